using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Regsosek.Data.Providers;
using Regsosek.Tests.Engines;

[assembly: AssemblyFixture(typeof(SqlServerHearing))]

namespace Regsosek.Tests.Engines;

/// <summary>Hears every query that any test makes EF Core compile, and every save, and has them generated for SQL Server and parsed there and then.
/// What does not parse fails the statement that was heard, so the test that made it, and the run at its end, with the SQL.</summary>
public sealed class SqlServerHearing : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly ConcurrentQueue<string> Faults = new();
    private static readonly AsyncLocal<List<Exception>?> Planted = new();
    private static int _queries, _saves;
    private readonly List<IDisposable> _hearing = [];

    public SqlServerHearing()
    {
        // Once is enough: the same tests run on the other engines.
        if (TestDatabase.Engine == Engine.Sqlite) _hearing.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Queries and saves that were generated and parsed so far.</summary>
    public static (int Queries, int Saves) Heard => (_queries, _saves);

    /// <summary>From now on in this test: what is said that is not for SQL Server is meant to be found, and gets here instead.</summary>
    public static IReadOnlyList<Exception> Plant() => Planted.Value = [];

    public void Dispose()
    {
        foreach (var hearing in _hearing) hearing.Dispose();
        if (!Faults.IsEmpty) throw new FormatException($"Not for SQL Server: {string.Join("\n", Faults)}");
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) _hearing.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not DbContextEventData { Context: SqliteRegistry registry } data) return;
        if (data is QueryExpressionEventData query && value.Key == CoreEventId.QueryCompilationStarting.Name)
        {
            Hear(() => SqlServerSql.Check(query.Expression, registry.Caller, registry.Moment));
            Interlocked.Increment(ref _queries);
        }
        else if (value.Key == CoreEventId.SaveChangesStarting.Name)
        {
            Hear(() => SqlServerSql.Check(registry));
            Interlocked.Increment(ref _saves);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static void Hear(Action check)
    {
        try
        {
            check();
        }
        catch (Exception fault)
        {
            if (Planted.Value is { } planted) planted.Add(fault);
            else Faults.Enqueue(fault.ToString());
            throw;
        }
    }
}
