using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Regsosek.Tests.Graph;

/// <summary>A hub whose SQL is heard. It is heard from the start: EF Core asks only now and then whether anybody listens.</summary>
public sealed class HeardHub : TestHub, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentQueue<string> _statements = new();

    public HeardHub() => DiagnosticListener.AllListeners.Subscribe(this);

    protected override double Scale => 0.01;

    /// <summary>Every statement since, in order.</summary>
    public IReadOnlyList<string> Heard => [.. _statements];

    public void Forget() => _statements.Clear();

    /// <summary>How many statements read a table first of all.</summary>
    public int Statements(string table) => _statements.Count(sql => sql.Split("FROM \"", 2) is [_, var from] && from.StartsWith($"{table}\"", StringComparison.Ordinal));

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data && Database is { } own && own.Owns(data.Command.Connection!))
            _statements.Enqueue(data.Command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
