using System.Text.Json;
using Regsosek.Api.Enumeration;

namespace Regsosek.Api.Participation.Intake;

/// <summary>Rows of one JSON object a line.</summary>
internal static class NdjsonRows
{
    public static IEnumerable<GivenRow> Of(Stream body)
    {
        var line = 0L;
        foreach (var source in Ndjson.Lines(body)) yield return Row(source, ++line);
    }

    private static GivenRow Row(SourceLine source, long line)
    {
        var cells = new string?[GivenRow.Columns.Count];
        if (source.Broken is not null) return new(line, cells, RowFaults.TooLong);
        try
        {
            return new(line, cells, Fill(cells, source.Text.Span));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return new(line, cells, RowFaults.NotReadable);
        }
    }

    private static string? Fill(string?[] cells, ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return RowFaults.NotReadable;
        string? fault = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var column = GivenRow.Find(json.GetString()!);
            if (!json.Read()) return RowFaults.NotReadable;
            if (column < 0) fault ??= RowFaults.UnknownField;
            else if (cells[column] is not null) fault ??= RowFaults.NotReadable;
            else fault ??= Cell(cells, column, ref json);
            json.Skip();
        }

        return json.Read() ? RowFaults.NotReadable : fault;
    }

    private static string? Cell(string?[] cells, int column, ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null) return null;
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Number)) return RowFaults.NotReadable;
        if (json.TokenType == JsonTokenType.Number && GivenRow.IsNumberOfPersons(column)) return RowFaults.NumberAsNumber;
        cells[column] = GivenRow.Text(json.TokenType == JsonTokenType.String ? json.GetString() : System.Text.Encoding.UTF8.GetString(json.ValueSpan));
        return cells[column]?.Length > GivenRow.LongestCell ? RowFaults.TooLong : null;
    }
}
