using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Regsosek.Api.Access;
using Regsosek.Api.Http;

namespace Regsosek.Api.Households;

/// <summary>The list as a stream with flat memory. A fault in the middle cuts the connection, so that a short file is never taken
/// for a whole one.</summary>
public static class HouseholdStream
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        // With a line end set, the library quotes for that one alone: a lone line feed in an answer would begin a line of its own.
        ShouldQuote = cell => cell.Field is { Length: > 0 } text && (text.AsSpan().ContainsAny(",\"\r\n") || text[0] == ' ' || text[^1] == ' '),
    };

    public static async Task Ndjson(
        HttpContext http, IAsyncEnumerable<IReadOnlyList<HouseholdView>> pages, Selection selection, CancellationToken stop)
    {
        await foreach (var page in pages)
        {
            if (!http.Response.HasStarted) http.Response.ContentType = "application/x-ndjson";
            foreach (var household in page)
            {
                await using (var json = new Utf8JsonWriter(http.Response.BodyWriter, Json.Writer)) HouseholdJson.Write(json, household, selection);
                http.Response.BodyWriter.Write("\n"u8);
            }

            await http.Response.BodyWriter.FlushAsync(stop);
            if (http.IsHead()) return;
        }

        if (!http.Response.HasStarted) http.Response.ContentType = "application/x-ndjson";
    }

    /// <summary>One line a family; members, being many, are not in it.</summary>
    public static async Task Csv(HttpContext http, IAsyncEnumerable<IReadOnlyList<HouseholdView>> pages, Selection selection, CancellationToken stop)
    {
        if (selection.Members is not null)
            throw new ProblemException(Problems.Invalid("include", "CSV holds families only; take NDJSON for members."));
        var columns = selection.Household.Select(f => (f.Name, f.Get)).ToList();
        if (columns.RemoveAll(c => c.Name == "classification") > 0) columns.AddRange(Classification);
        await using var first = pages.GetAsyncEnumerator(stop);
        var any = await first.MoveNextAsync();
        http.Response.ContentType = "text/csv; charset=utf-8; header=present";
        await using var text = new StreamWriter(http.Response.Body, new System.Text.UTF8Encoding(false));
        await using var csv = new CsvWriter(text, Format);
        foreach (var column in columns) csv.WriteField(column.Name);
        await csv.NextRecordAsync();
        for (; any; any = !http.IsHead() && await first.MoveNextAsync())
        {
            foreach (var household in first.Current)
            {
                foreach (var column in columns) csv.WriteField(Cell(column.Get(household)));
                await csv.NextRecordAsync();
            }

            await text.FlushAsync(stop);
        }
    }

    /// <summary>A text that a spreadsheet would run as a formula gets an apostrophe before it; a negative number is a number.</summary>
    private static string Cell(object? value)
    {
        var text = FieldValues.Text(value);
        return value is string && text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" + text : text;
    }

    /// <summary>By what a family was ranked, a column a member.</summary>
    private static IEnumerable<(string Name, Func<HouseholdView, object?> Get)> Classification =>
        typeof(ClassificationView).GetProperties().Select(p => ($"classification.{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}",
            (Func<HouseholdView, object?>)(h => h.Classification is { } classification ? p.GetValue(classification) : null)));
}
