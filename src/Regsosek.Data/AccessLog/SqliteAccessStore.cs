using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Providers;
using SQLitePCL;

namespace Regsosek.Data.AccessLog;

/// <summary>SQLite: prepared statements of the engine itself, kept; a lock on a file beside the database says that a hub writes.</summary>
internal sealed class SqliteAccessStore : AccessStore
{
    private readonly SqliteConnection? _right;
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _begin, _move, _commit, _rollback;
    private readonly SqliteInsert<AccessEntry> _insert;

    public SqliteAccessStore(Registry registry, TimeSpan wait)
        : base(registry)
    {
        registry.Database.OpenConnection();
        var connection = (SqliteConnection)registry.Database.GetDbConnection();
        _right = connection.DataSource is { Length: > 0 } file and not ":memory:" ? Right(file + "-hub", wait) : null;
        _db = connection.Handle!;
        raw.sqlite3_busy_timeout(_db, (int)wait.TotalMilliseconds);
        _begin = Prepare("BEGIN IMMEDIATE");
        _move = Prepare($"UPDATE \"KeyBlocks\" SET \"Next\" = ?1 WHERE \"Name\" = '{Name}' AND \"Next\" = ?2");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _insert = new(_db, BulkTable.Of(registry.Model.FindEntityType(typeof(AccessEntry))!));
    }

    public override bool IsUsable => true;

    public override void Append(IReadOnlyList<AccessEntry> entries, IReadOnlyList<ClosedSegment> closed)
    {
        Run(_begin);
        try
        {
            raw.sqlite3_bind_int64(_move, 1, entries[^1].Sequence + 1);
            raw.sqlite3_bind_int64(_move, 2, entries[0].Sequence);
            Run(_move);
            if (raw.sqlite3_changes(_db) != 1) throw Moved();
            foreach (var entry in entries) _insert.Write(entry);
            if (closed.Count > 0) Insert(closed);
            Run(_commit);
        }
        catch
        {
            // Some faults end the transaction by themselves.
            if (raw.sqlite3_get_autocommit(_db) == 0) Run(_rollback);
            throw;
        }
    }

    public override void Dispose()
    {
        foreach (var statement in (sqlite3_stmt?[])[_begin, _move, _commit, _rollback]) statement?.Dispose();
        _insert?.Dispose();
        base.Dispose();
        _right?.Dispose();
    }

    /// <summary>A transaction that is never committed on a file of its own: the engine waits for it, and it ends with the process, however that ends.
    /// </summary>
    private static SqliteConnection Right(string file, TimeSpan wait)
    {
        var right = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        try
        {
            right.Open();
            raw.sqlite3_busy_timeout(right.Handle!, (int)wait.TotalMilliseconds);
            if (raw.sqlite3_exec(right.Handle!, "BEGIN EXCLUSIVE") is var done && done == raw.SQLITE_BUSY) throw AnotherHub();
            SqliteException.ThrowExceptionForRC(done, right.Handle!);
            return right;
        }
        catch
        {
            right.Dispose();
            throw;
        }
    }

    private sqlite3_stmt Prepare(string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_db, sql, out var statement), _db);
        return statement;
    }

    private void Run(sqlite3_stmt statement)
    {
        var done = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (done != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(done, _db);
    }
}
