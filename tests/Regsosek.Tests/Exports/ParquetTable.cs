using System.Globalization;
using CsvHelper;
using Parquet;
using Parquet.Schema;

namespace Regsosek.Tests.Exports;

/// <summary>Parquet as a library reads it.</summary>
internal static class ParquetTable
{
    /// <summary>The CSV of the same rows: names, and of every value the text that CSV has.</summary>
    public static async Task<string> AsCsv(byte[] file)
    {
        await using var text = new StringWriter { NewLine = "\r\n" };
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file), new() { UseDateOnlyTypeForDates = true });
        var fields = reader.Schema.GetDataFields();
        foreach (var field in fields) csv.WriteField(field.Name);
        await csv.NextRecordAsync();
        for (var at = 0; at < reader.RowGroupCount; at++)
        {
            using var group = reader.OpenRowGroupReader(at);
            var columns = new List<string[]>();
            foreach (var field in fields) columns.Add(await Column(group, field));
            for (var row = 0; row < group.RowCount; row++)
            {
                foreach (var column in columns) csv.WriteField(column[row]);
                await csv.NextRecordAsync();
            }
        }

        await csv.FlushAsync();
        return text.ToString();
    }

    /// <summary>Names of the columns with their types.</summary>
    public static async Task<Dictionary<string, Type>> Types(byte[] file)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file), new() { UseDateOnlyTypeForDates = true });
        return reader.Schema.GetDataFields().ToDictionary(f => f.Name, f => f.ClrType);
    }

    private static async Task<string[]> Column(ParquetRowGroupReader group, DataField field) => field.ClrType switch
    {
        var t when t == typeof(int) => await Values<int>(group, field, v => v.ToString(CultureInfo.InvariantCulture)),
        var t when t == typeof(long) => await Values<long>(group, field, v => v.ToString(CultureInfo.InvariantCulture)),
        var t when t == typeof(double) => await Values<double>(group, field, v => v.ToString("R", CultureInfo.InvariantCulture)),
        var t when t == typeof(bool) => await Values<bool>(group, field, v => v ? "true" : "false"),
        var t when t == typeof(DateOnly) => await Values<DateOnly>(group, field, v => v.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => await Texts(group, field),
    };

    private static async Task<string[]> Values<T>(ParquetRowGroupReader group, DataField field, Func<T, string> text)
        where T : struct
    {
        var values = new T?[group.RowCount];
        await group.ReadAsync<T>(field, values);
        return Array.ConvertAll(values, v => v is { } value ? text(value) : "");
    }

    private static async Task<string[]> Texts(ParquetRowGroupReader group, DataField field)
    {
        var values = new string?[group.RowCount];
        await group.ReadAsync(field, values);
        return Array.ConvertAll(values, v => v is [('=' or '+' or '-' or '@' or '\t' or '\r'), ..] ? "'" + v : v ?? "");
    }
}
