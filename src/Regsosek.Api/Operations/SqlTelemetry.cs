using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Regsosek.Api.Operations;

/// <summary>Measures statements: how long and of which kind. Neither their text nor their parameters go anywhere.</summary>
internal sealed class SqlTelemetry : DbCommandInterceptor
{
    public static readonly SqlTelemetry Instance = new();

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Took("read", eventData);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Took("read", eventData);
        return new(result);
    }

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Took("write", eventData);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Took("write", eventData);
        return new(result);
    }

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result)
    {
        Took("read", eventData);
        return result;
    }

    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        Took("read", eventData);
        return new(result);
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Failed(eventData);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Failed(eventData);
        return Task.CompletedTask;
    }

    private static void Took(string kind, CommandExecutedEventData data)
    {
        Telemetry.Statement(kind, data.Duration, failed: false);
        Trace(kind, data);
    }

    private static void Failed(CommandErrorEventData data)
    {
        Telemetry.Statement("any", data.Duration, failed: true);
        Trace("any", data)?.SetStatus(ActivityStatusCode.Error);
    }

    private static Activity? Trace(string kind, CommandEndEventData data)
    {
        if (!Telemetry.Source.HasListeners()) return null;
        using var activity = Telemetry.Source.StartActivity(ActivityKind.Client, startTime: data.StartTime, name: $"sql {kind}");
        activity?.SetTag("db.system.name", data.Context?.Database.ProviderName);
        return activity?.SetEndTime((data.StartTime + data.Duration).UtcDateTime);
    }
}
