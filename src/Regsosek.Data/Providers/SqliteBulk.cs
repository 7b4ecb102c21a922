using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Regsosek.Data.Providers;

/// <summary>SQLite: one prepared INSERT, run row by row inside the transaction. It binds through the native statement:
/// the ADO.NET parameters cost more than the insert itself, and most answers of a row are null and need no binding.</summary>
internal static class SqliteBulk
{
    public static async Task Insert<T>(Registry registry, BulkTable table, IReadOnlyCollection<T> rows, CancellationToken stop)
        where T : class
    {
        await registry.Database.OpenConnectionAsync(stop);
        using (var insert = new SqliteInsert<T>(((SqliteConnection)registry.Database.GetDbConnection()).Handle!, table))
        {
            foreach (var row in rows) insert.Write(row);
        }

        await registry.Database.CloseConnectionAsync();
    }
}

/// <summary>A prepared INSERT of one entity.</summary>
internal sealed class SqliteInsert<T> : IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _insert;
    private readonly SqliteCell<T>[] _cells;

    public SqliteInsert(sqlite3 db, BulkTable table)
    {
        _db = db;
        _cells = SqliteCells<T>.Of(table);
        Check(raw.sqlite3_prepare_v2(db, Sql(table), out _insert));
    }

    public void Write(T row)
    {
        foreach (var bind in _cells) bind(_insert, row);
        var done = raw.sqlite3_step(_insert);
        raw.sqlite3_reset(_insert);
        raw.sqlite3_clear_bindings(_insert);
        if (done != raw.SQLITE_DONE) Check(done);
    }

    public void Dispose() => _insert.Dispose();

    private static string Sql(BulkTable table) =>
        $"INSERT INTO \"{table.Name}\" ({string.Join(',', table.Columns.Select(c => $"\"{c.Name}\""))}) "
        + $"VALUES ({string.Join(',', table.Columns.Select((_, i) => $"?{i + 1}"))})";

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _db);
}
