using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Regsosek.Api.Participation.Intake;

/// <summary>Rows of a table in text, by comma, semicolon or tabulator.</summary>
internal static class CsvRows
{
    private const char NotUtf8 = '\uFFFD';
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
        BadDataFound = null,
        MaxFieldSize = 64 * 1024,
    };

    public static IEnumerable<GivenRow> Of(Stream body)
    {
        using var csv = new CsvParser(new StreamReader(body), Format);
        if (!Read(csv)) throw new UnreadableDeliveryException(DeliveryFaults.NoHeader);
        var places = GivenRows.Header(csv.Record!);
        for (var line = 0L; Read(csv);)
        {
            var row = Row(csv, places, line + 1);
            if (row.IsEmpty) continue;
            line++;
            yield return row;
        }
    }

    private static GivenRow Row(CsvParser csv, int[] places, long line)
    {
        var (cells, fault) = (new string?[GivenRow.Columns.Count], csv.Count > places.Length ? RowFaults.NotReadable : null);
        for (var i = 0; i < places.Length && i < csv.Count; i++)
        {
            cells[places[i]] = GivenRow.Text(csv[i]);
            if (csv[i].Length > GivenRow.LongestCell) fault ??= RowFaults.TooLong;
            if (csv[i].Contains(NotUtf8)) fault ??= RowFaults.NotReadable;
        }

        return new(line, cells, fault);
    }

    private static bool Read(CsvParser csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvHelperException)
        {
            throw new UnreadableDeliveryException(DeliveryFaults.NotReadable);
        }
    }
}
