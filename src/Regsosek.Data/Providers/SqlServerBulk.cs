using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Regsosek.Data.Providers;

/// <summary>SQL Server: SqlBulkCopy.</summary>
internal static class SqlServerBulk
{
    public static async Task Insert<T>(Registry registry, BulkTable table, IReadOnlyCollection<T> rows, CancellationToken stop)
        where T : class
    {
        await registry.Database.OpenConnectionAsync(stop);
        var connection = (SqlConnection)registry.Database.GetDbConnection();
        using var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints,
            (SqlTransaction?)registry.Database.CurrentTransaction?.GetDbTransaction())
        {
            DestinationTableName = $"[{table.Name}]",
            BatchSize = rows.Count,
        };
        using var data = Rows(table, rows);
        foreach (DataColumn column in data.Columns) copy.ColumnMappings.Add(column.ColumnName, column.ColumnName);
        await copy.WriteToServerAsync(data, stop);
        await registry.Database.CloseConnectionAsync();
    }

    /// <summary>What is sent: each value as the type that its column is read and written by.</summary>
    internal static DataTable Rows<T>(BulkTable table, IReadOnlyCollection<T> rows)
        where T : class
    {
        var data = new DataTable();
        foreach (var column in table.Columns)
        {
            var type = column.Mapping.Converter?.ProviderClrType ?? column.Mapping.ClrType;
            type = Nullable.GetUnderlyingType(type) ?? type;
            data.Columns.Add(column.Name, type == typeof(DateOnly) ? typeof(DateTime) : type);
        }

        foreach (var row in rows) data.Rows.Add([.. table.Columns.Select(c => Cell(c.Value(row)))]);
        return data;
    }

    // A DataTable carries no DateOnly to the server.
    private static object Cell(object? value) =>
        value switch { null => DBNull.Value, DateOnly date => date.ToDateTime(TimeOnly.MinValue), _ => value };
}
