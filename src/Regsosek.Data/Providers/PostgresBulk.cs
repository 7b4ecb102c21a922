using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Regsosek.Data.Providers;

/// <summary>PostgreSQL: binary COPY.</summary>
internal static class PostgresBulk
{
    public static async Task Insert<T>(Registry registry, BulkTable table, IReadOnlyCollection<T> rows, CancellationToken stop)
        where T : class
    {
        await registry.Database.OpenConnectionAsync(stop);
        var connection = (NpgsqlConnection)registry.Database.GetDbConnection();
        var columns = string.Join(',', table.Columns.Select(c => $"\"{c.Name}\""));
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)", stop))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync(stop);
                foreach (var column in table.Columns)
                {
                    if (column.Value(row) is { } value) await copy.WriteAsync(value, column.Mapping.StoreTypeNameBase, stop);
                    else await copy.WriteNullAsync(stop);
                }
            }

            await copy.CompleteAsync(stop);
        }

        await registry.Database.CloseConnectionAsync();
    }
}
