using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Regsosek.Api.Http;

namespace Regsosek.Api.Registers.Intake;

/// <summary>A line as it came: cells by column, and the text to keep when it is refused.</summary>
/// <param name="Cells">Null when it is no line of cells at all. A cell that is there and null takes the fact back.</param>
internal sealed record RegisterLine(long Number, string Text, IReadOnlyDictionary<string, string?>? Cells);

/// <summary>Reads a delivery line by line, as CSV with a header or as NDJSON.</summary>
internal static class RegisterLines
{
    public const string Csv = "text/csv", Ndjson = "application/x-ndjson", Nik = "nik", ObservedOn = "observedOn";
    private const int Longest = 8 * 1024;
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
        BadDataFound = null,
        MaxFieldSize = Longest,
    };

    /// <exception cref="ProblemException">The header names a column that is not declared, or none for the NIK.</exception>
    public static IAsyncEnumerable<RegisterLine> Read(Stream body, string type, IReadOnlyList<string> facts, CancellationToken stop) =>
        type == Csv ? FromCsv(new StreamReader(body), facts, stop) : FromNdjson(new StreamReader(body), stop);

    private static async IAsyncEnumerable<RegisterLine> FromCsv(TextReader text, IReadOnlyList<string> facts, [EnumeratorCancellation] CancellationToken stop)
    {
        using var csv = new CsvReader(text, Format);
        if (!await Next(csv)) yield break;
        csv.ReadHeader();
        var columns = csv.HeaderRecord!.Select(c => c.Trim()).ToArray();
        if (columns.FirstOrDefault(c => c is not (Nik or ObservedOn) && !facts.Contains(c)) is { } stray) throw new ProblemException(Refused(stray));
        if (!columns.Contains(Nik) || columns.Distinct().Count() != columns.Length) throw new ProblemException(Refused(Nik));
        for (var number = 1L; await Next(csv); number++)
        {
            stop.ThrowIfCancellationRequested();
            yield return new(number, csv.Parser.RawRecord, csv.Parser.Count == columns.Length
                ? columns.Index().ToDictionary(c => c.Item, c => csv.GetField(c.Index) is { Length: > 0 } cell ? cell : null) : null);
        }
    }

    private static async IAsyncEnumerable<RegisterLine> FromNdjson(TextReader text, [EnumeratorCancellation] CancellationToken stop)
    {
        var number = 0L;
        await foreach (var line in Lines(text, stop))
        {
            number++;
            if (line is not "") yield return new(number, line ?? "", line is null ? null : Cells(line));
        }
    }

    /// <summary>Null for a line that is too long: memory stays flat whatever is sent.</summary>
    private static async IAsyncEnumerable<string?> Lines(TextReader text, [EnumeratorCancellation] CancellationToken stop)
    {
        var (buffer, line, isCut) = (new char[Longest], new StringBuilder(), false);
        for (int read; (read = await text.ReadAsync(buffer, stop)) > 0;)
        {
            for (var rest = buffer.AsMemory(0, read); rest.Length > 0;)
            {
                var end = rest.Span.IndexOf('\n');
                var piece = end < 0 ? rest : rest[..end];
                isCut |= line.Length + piece.Length > Longest;
                if (!isCut) line.Append(piece.Span);
                rest = end < 0 ? default : rest[(end + 1)..];
                if (end < 0) continue;
                yield return isCut ? null : line.ToString().Trim();
                line.Clear();
                isCut = false;
            }
        }

        if (isCut || line.Length > 0) yield return isCut ? null : line.ToString().Trim();
    }

    private static async Task<bool> Next(CsvReader csv)
    {
        try
        {
            return await csv.ReadAsync();
        }
        catch (CsvHelperException)
        {
            throw new ProblemException(Problems.InvalidBody with { Detail = $"Behind line {csv.Parser.RawRow} it can't be read." });
        }
    }

    private static Dictionary<string, string?>? Cells(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.ValueKind == JsonValueKind.Null ? null : m.Value.ToString());
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static Problem Refused(string column) => Problems.InvalidBody with
    {
        Detail = column == Nik ? "The header names nik once, and each other column once." : $"'{column}' is not a column of this register.",
    };
}
