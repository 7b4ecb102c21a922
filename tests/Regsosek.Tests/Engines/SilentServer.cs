using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Regsosek.Tests.Engines;

/// <summary>Where commands for SQL Server end: each is parsed, none is sent, all come back empty.</summary>
internal sealed class SilentServer : DbCommandInterceptor
{
    private readonly AsyncLocal<List<string>?> _said = new();

    /// <summary>No connection is ever opened.</summary>
    public DbConnectionInterceptor Connections { get; } = new NoConnections();

    public List<string> Listen(Action work)
    {
        List<string> said = [];
        _said.Value = said;
        try
        {
            work();
        }
        catch (Exception) when (said.Count > 0)
        {
            // An empty answer is not what some queries and every save expect; their SQL is heard by then.
        }

        _said.Value = null;
        foreach (var sql in said) TransactSql.Parse(sql);
        return said;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Hear(command);
        return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Hear(command);
        return InterceptionResult<int>.SuppressWithResult(0);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Hear(command);
        return InterceptionResult<object>.SuppressWithResult(0);
    }

    private void Hear(DbCommand command)
    {
        Assert.True(command.Parameters.Count <= SqlServerSql.MostParameters, $"{command.Parameters.Count} parameters: {command.CommandText}");
        _said.Value?.Add(command.CommandText);
    }

    private sealed class NoConnections : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();
    }
}
