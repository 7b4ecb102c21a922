using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Regsosek.Data.Providers;

/// <summary>A PostgreSQL connection on which work was cancelled is ended, not given to the next caller: under load, rows or errors of the cancelled statement
/// were taken for the answer to his (and a cancellation that comes late would stop his statement).</summary>
internal sealed class CancelledConnections : IDbCommandInterceptor, IDbConnectionInterceptor
{
    public static readonly CancelledConnections Instance = new();
    private const int Tries = 3;
    private static readonly ConditionalWeakTable<DbConnection, LastToken> Tokens = [];

    private sealed class LastToken
    {
        public CancellationToken Token { get; set; }
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Begun(command, result, cancellationToken);

    public ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        Begun(command, result, cancellationToken);

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Begun(command, result, cancellationToken);

    public InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        EndIfCancelled(connection, command => Task.FromResult(command.ExecuteNonQuery())).GetAwaiter().GetResult();
        return result;
    }

    public async ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        await EndIfCancelled(connection, command => command.ExecuteNonQueryAsync());
        return result;
    }

    private static ValueTask<T> Begun<T>(DbCommand command, T result, CancellationToken stop)
    {
        if (stop.CanBeCanceled) Tokens.GetOrCreateValue(command.Connection!).Token = stop;
        return new(result);
    }

    private static async Task EndIfCancelled(DbConnection connection, Func<NpgsqlCommand, Task<int>> run)
    {
        if (!Tokens.TryGetValue(connection, out var last)) return;
        var wasCancelled = last.Token.IsCancellationRequested;
        last.Token = default;
        if (wasCancelled) await End((NpgsqlConnection)connection, run);
    }

    /// <summary>The server ends its side; the pool drops what has no other side.</summary>
    private static async Task End(NpgsqlConnection connection, Func<NpgsqlCommand, Task<int>> run)
    {
        for (var i = 0; i < Tries && connection.FullState == ConnectionState.Open; i++)
        {
            try
            {
                await using var end = new NpgsqlCommand("SELECT pg_terminate_backend(pg_backend_pid())", connection);
                await run(end);
            }
            catch (DbException)
            {
                // Ended; or the late cancellation met this statement, and it is sent again.
            }
        }
    }
}
