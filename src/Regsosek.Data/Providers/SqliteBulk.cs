using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Regsosek.Data.Providers;

/// <summary>SQLite: one prepared INSERT, run row by row inside the transaction.</summary>
internal static class SqliteBulk
{
    public static async Task Insert<T>(Registry registry, BulkTable table, IReadOnlyCollection<T> rows, CancellationToken stop)
        where T : class
    {
        await registry.Database.OpenConnectionAsync(stop);
        await using var command = registry.Database.GetDbConnection().CreateCommand();
        command.Transaction = registry.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(',', table.Columns.Select(c => $"\"{c.Name}\""))}) "
            + $"VALUES ({string.Join(',', table.Columns.Select((_, i) => $"@p{i}"))})";
        var parameters = table.Columns.Select((c, i) => c.Mapping.CreateParameter(command, $"@p{i}", null, true)).ToArray();
        command.Parameters.AddRange(parameters);
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = table.Columns[i].Value(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }

        await registry.Database.CloseConnectionAsync();
    }
}
