using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ExcelDataReader;

namespace Regsosek.Api.Participation.Intake;

/// <summary>Rows of the first sheet of a workbook. Its texts stand in one table that is held while the sheet is read, so a workbook is bounded; the sheet
/// itself is read row by row.</summary>
internal static class XlsxRows
{
    /// <summary>Bytes of all its parts unpacked: a sheet of the most rows Excel has, and no bomb.</summary>
    public const long MostUnpacked = 1024L * 1024 * 1024;

    // The library asks for the code page of old workbooks whenever it opens one.
    static XlsxRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<GivenRow> Of(Stream body)
    {
        Measure(body);
        using var sheet = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(body, new() { LeaveOpen = true }));
        if (!Guarded(sheet.Read)) throw new UnreadableDeliveryException(DeliveryFaults.NoHeader);
        var names = Enumerable.Range(0, sheet.FieldCount).Select(i => sheet.GetValue(i)?.ToString()).ToList();
        while (names.Count > 0 && string.IsNullOrWhiteSpace(names[^1])) names.RemoveAt(names.Count - 1);
        var places = GivenRows.Header(names);
        for (var line = 0L; Guarded(sheet.Read);)
        {
            var row = Row(sheet, places, line + 1);
            if (row.IsEmpty) continue;
            line++;
            yield return row;
        }
    }

    private static GivenRow Row(IExcelDataReader sheet, int[] places, long line)
    {
        var cells = new string?[GivenRow.Columns.Count];
        string? fault = null;
        for (var i = 0; i < sheet.FieldCount; i++)
        {
            if (sheet.GetValue(i) is not { } value) continue;
            if (i >= places.Length)
            {
                fault ??= RowFaults.NotReadable;
                continue;
            }

            if (value is not string && GivenRow.IsNumberOfPersons(places[i])) fault ??= RowFaults.NumberAsNumber;
            else cells[places[i]] = GivenRow.Text(Text(value, places[i]));
            if (cells[places[i]]?.Length > GivenRow.LongestCell) fault ??= RowFaults.TooLong;
        }

        return new(line, cells, fault);
    }

    /// <summary>A day is a number that is shown as one; of a period it names the month.</summary>
    private static string Text(object value, int column) => value switch
    {
        DateTime day when column == (int)Given.Period => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static void Measure(Stream body)
    {
        using var archive = Guarded(() => new ZipArchive(body, ZipArchiveMode.Read, leaveOpen: true));
        var (left, buffer) = (MostUnpacked, new byte[64 * 1024]);
        foreach (var part in archive.Entries)
        {
            // Read, not believed: what an entry says of its length may be untrue.
            using var content = Guarded(part.Open);
            for (int read; (read = Guarded(() => content.Read(buffer))) > 0;)
                if ((left -= read) < 0) throw new UnreadableDeliveryException(DeliveryFaults.TooLarge);
        }

        body.Position = 0;
    }

    /// <summary>Whatever a workbook makes the library stumble over is the workbook's; what its parts come from is not.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or DbException or InvalidOperationException or CryptographicException
            or UnreadableDeliveryException))
        {
            throw new UnreadableDeliveryException(DeliveryFaults.NotReadable);
        }
    }
}
