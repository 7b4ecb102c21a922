using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Regsosek.Data.Providers;

namespace Regsosek.Data.AccessLog;

/// <summary>PostgreSQL: one prepared statement moves the end of the log and inserts the rows from arrays, in one round trip; an advisory lock of
/// the session says that a hub writes.</summary>
internal sealed class PostgresAccessStore : AccessStore
{
    // Any number will do, as long as it is always this one.
    private const long Right = 0x5265_6773_6F73_656B;
    private readonly NpgsqlConnection _connection;
    private readonly IReadOnlyList<BulkColumn> _columns;
    private readonly NpgsqlCommand _append;

    public PostgresAccessStore(Registry registry, TimeSpan wait)
        : base(registry)
    {
        registry.Database.OpenConnection();
        _connection = (NpgsqlConnection)registry.Database.GetDbConnection();
        var milliseconds = ((long)wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

        // Durable whatever the server's default is.
        Run($"SET synchronous_commit = on; SET lock_timeout = {(wait > TimeSpan.Zero ? milliseconds : "1")}");
        try
        {
            Run($"SELECT pg_advisory_lock({Right})");
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw AnotherHub();
        }

        var table = BulkTable.Of(registry.Model.FindEntityType(typeof(AccessEntry))!);
        _columns = table.Columns;
        _append = new NpgsqlCommand(Sql(table), _connection) { CommandTimeout = (int)wait.TotalSeconds + 10 };
        _append.Parameters.Add(new NpgsqlParameter<long>());
        _append.Parameters.Add(new NpgsqlParameter<long>());
        foreach (var column in _columns) _append.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | Type(column) });
        _append.Prepare();
    }

    public override bool IsUsable => _connection.State == ConnectionState.Open;

    public override void Append(IReadOnlyList<AccessEntry> entries, IReadOnlyList<ClosedSegment> closed)
    {
        // A single statement is a transaction of its own.
        using var transaction = closed.Count > 0 ? _connection.BeginTransaction() : null;
        ((NpgsqlParameter<long>)_append.Parameters[0]).TypedValue = entries[^1].Sequence + 1;
        ((NpgsqlParameter<long>)_append.Parameters[1]).TypedValue = entries[0].Sequence;
        for (var c = 0; c < _columns.Count; c++) _append.Parameters[c + 2].Value = Values(_columns[c], entries);
        if (_append.ExecuteNonQuery() != entries.Count) throw Moved();
        if (transaction is null) return;
        Insert(closed);
        transaction.Commit();
    }

    public override void Dispose()
    {
        _append?.Dispose();
        base.Dispose();
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }

    private static string Sql(BulkTable table)
    {
        var names = string.Join(',', table.Columns.Select(c => $"\"{c.Name}\""));
        var arrays = string.Join(',', table.Columns.Select((_, i) => $"${i + 3}"));
        return $"WITH moved AS (UPDATE \"KeyBlocks\" SET \"Next\" = $1 WHERE \"Name\" = '{Name}' AND \"Next\" = $2 RETURNING 1) "
            + $"INSERT INTO \"{table.Name}\" ({names}) SELECT e.* FROM moved, unnest({arrays}) AS e({names})";
    }

    private static Array Values(BulkColumn column, IReadOnlyList<AccessEntry> entries)
    {
        var values = Array.CreateInstance(Stored(column), entries.Count);
        for (var i = 0; i < entries.Count; i++) values.SetValue(column.Value(entries[i]), i);
        return values;
    }

    private static Type Stored(BulkColumn column) => column.Mapping.Converter?.ProviderClrType ?? column.Mapping.ClrType;

    private static NpgsqlDbType Type(BulkColumn column) => Stored(column) switch
    {
        var t when t == typeof(long) => NpgsqlDbType.Bigint,
        var t when t == typeof(int) => NpgsqlDbType.Integer,
        var t when t == typeof(string) => NpgsqlDbType.Text,
        var t when t == typeof(byte[]) => NpgsqlDbType.Bytea,
        var t when t == typeof(DateTime) => NpgsqlDbType.TimestampTz,
        var t => throw new NotSupportedException($"{column.Name}: no array of {t.Name}."),
    };
}
