using System.Security.Cryptography;
using System.Text.Json;
using Regsosek.Api.AsOf;
using Regsosek.Api.Households;
using Regsosek.Api.Http;

namespace Regsosek.Api.Exports;

/// <summary>What an export is to hold, and how it is to look.</summary>
public sealed record ExportRequest
{
    /// <summary>The list it is made of: households.</summary>
    public required string Reader { get; init; }

    /// <summary>ndjson, a line a family; csv or parquet, families without their members.</summary>
    public string Format { get; init; } = Formats.Keys.First();

    /// <summary>none or gzip: how parts are kept and given.</summary>
    public string Compression { get; init; } = "none";

    /// <summary>Filters, fields, include, asOf and knownAt, by the names and with the texts of the list's own parameters.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    internal static readonly IReadOnlyDictionary<string, string> Formats =
        new Dictionary<string, string> { ["ndjson"] = HouseholdRows.Ndjson, ["csv"] = HouseholdRows.Csv, ["parquet"] = HouseholdRows.Parquet };

    /// <summary>What a page takes and a whole list in the order of keys has no use for.</summary>
    private static readonly string[] OfPages = ["sort", "limit", "cursor", "count"];

    internal bool Gzip => Compression == "gzip";

    /// <summary>Without the times, which the export has as its moment.</summary>
    internal IReadOnlyDictionary<string, string> Texts =>
        Query.Where(t => !Moments.Parameters.Contains(t.Key)).OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary(t => t.Key, t => t.Value);

    /// <summary>The problem of what a reader does not look at; null for none.</summary>
    internal Problem? Fault() =>
        Reader != HouseholdExport.Name ? Problems.Invalid("reader", $"{HouseholdExport.Name}.")
        : !Formats.ContainsKey(Format) ? Problems.Invalid("format", $"one of {string.Join(", ", Formats.Keys)}.")
        : Compression is not ("none" or "gzip") ? Problems.Invalid("compression", "none or gzip.")
        : Query.FirstOrDefault(t => t.Value is null).Key is { } empty ? Problems.Invalid(empty, "is a text.")
        : Query.Keys.FirstOrDefault(OfPages.Contains) is { } name ? Problems.Invalid(name, "an export is the whole list, in the order of keys.")
        : null;

    /// <summary>Equal for equal questions of one owner.</summary>
    internal string Mark(string client, int agreement, string purpose, string? endUser) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new object?[] { client, agreement, purpose, endUser, Reader, Format, Compression,
            Query.OrderBy(t => t.Key, StringComparer.Ordinal) })));
}
