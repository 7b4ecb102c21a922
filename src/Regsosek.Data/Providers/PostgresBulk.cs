using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Regsosek.Data.Providers;

/// <summary>PostgreSQL: binary COPY, the rows formed here: through the typed importer each of a hundred columns cost more than its value.</summary>
internal static class PostgresBulk
{
    public static async Task Insert<T>(Registry registry, BulkTable table, IReadOnlyCollection<T> rows, CancellationToken stop)
        where T : class
    {
        await registry.Database.OpenConnectionAsync(stop);
        var connection = (NpgsqlConnection)registry.Database.GetDbConnection();
        var columns = string.Join(',', table.Columns.Select(c => $"\"{c.Name}\""));

        // A stream that is disposed before its end takes back what it was given.
        await using (var copy = await connection.BeginRawBinaryCopyAsync($"COPY \"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)", stop))
        {
            try
            {
                var cells = PostgresCells<T>.Of(table);
                var written = new PostgresRows(copy, cells.Length);
                written.Begin();
                foreach (var row in rows)
                {
                    written.Row();
                    foreach (var write in cells) write(written, row);
                }

                written.End();
            }
            catch
            {
                await copy.CancelAsync();
                throw;
            }
        }

        await registry.Database.CloseConnectionAsync();
    }
}
