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
        var handle = ((SqliteConnection)registry.Database.GetDbConnection()).Handle!;
        Check(raw.sqlite3_prepare_v2(handle, Sql(table), out var insert), handle);
        using (insert)
        {
            var cells = SqliteCells<T>.Of(table);
            foreach (var row in rows)
            {
                foreach (var bind in cells) bind(insert, row);
                if (raw.sqlite3_step(insert) is var done && done != raw.SQLITE_DONE) Check(done, handle);
                raw.sqlite3_reset(insert);
                raw.sqlite3_clear_bindings(insert);
            }
        }

        await registry.Database.CloseConnectionAsync();
    }

    private static string Sql(BulkTable table) =>
        $"INSERT INTO \"{table.Name}\" ({string.Join(',', table.Columns.Select(c => $"\"{c.Name}\""))}) "
        + $"VALUES ({string.Join(',', table.Columns.Select((_, i) => $"?{i + 1}"))})";

    private static void Check(int code, sqlite3 handle) => SqliteException.ThrowExceptionForRC(code, handle);
}
