using System.Security.Cryptography;
using System.Text.Json;
using Regsosek.Api.Classification.Runs;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Lists;

/// <summary>Who a list is to hold, in which order, how many of them, as of when, and how it is to look.</summary>
public sealed record ListRequest
{
    /// <summary>Programme (program) whose rule is followed; or give a rule.</summary>
    public string? Programme { get; init; }

    /// <summary>Version of the programme's rule; the one in force on the day by default.</summary>
    public int? Version { get; init; }

    /// <summary>A rule of one's own, in the one rule language, over facts of granted field groups alone.</summary>
    public JsonElement? Rule { get; init; }

    /// <summary>What a rule of one's own is about: family (by default) or person.</summary>
    public string? Unit { get; init; }

    /// <summary>Day in force, and instant of what is known; by default the instant at which it is asked.</summary>
    public string? AsOf { get; init; }
    public string? KnownAt { get; init; }

    /// <summary>Stage that the run in force must have reached: initial, consulted or final.</summary>
    public string? Stage { get; init; }

    /// <summary>Region (wilayah) at any level, Kemendagri code.</summary>
    public string? Region { get; init; }

    /// <summary>How many families, or persons, are inside (kuota); those beyond keep their places. By default the programme's own for the whole nation.</summary>
    public long? Quota { get; init; }

    /// <summary>rank, poorest first, or id. By default rank where the agreement grants the classification.</summary>
    public string? Order { get; init; }

    /// <summary>ndjson, csv, parquet; ndjson by default. Each has parts of its own.</summary>
    public IReadOnlyList<string>? Formats { get; init; }

    /// <summary>none or gzip: how parts are kept and given.</summary>
    public string Compression { get; init; } = "none";

    /// <summary>Fields of a family, as of the list of families; those of a programme's list by default.</summary>
    public string? Fields { get; init; }

    internal bool Gzip => Compression == "gzip";

    internal List<string> Kinds => [.. (Formats ?? [ListLines.Ndjson]).Distinct()];

    /// <summary>The problem of what no reader looks at; null for none.</summary>
    internal Problem? Fault() =>
        Programme is null == Rule is null ? Problems.Invalid("programme", "either a programme or a rule.")
        : Programme is null && Version is not null ? Problems.Invalid("version", "is of a programme.")
        : Rule is null && Unit is not null ? Problems.Invalid("unit", "is of a rule; a programme has its own.")
        : Unit is not (null or "family" or "person") ? Problems.Invalid("unit", "family or person.")
        : Stage is not null && !RunTerms.Stages.Contains(Stage) ? Problems.Invalid("stage", $"one of {string.Join(", ", RunTerms.Stages)}.")
        : Quota is < 0 ? Problems.Invalid("quota", "is 0 or more.")
        : Order is not (null or "rank" or "id") ? Problems.Invalid("order", "rank or id.")
        : Kinds.Count == 0 || Kinds.Exists(f => !ListLines.Formats.ContainsKey(f)) ? Problems.Invalid("formats", $"one or more of {string.Join(", ", ListLines.Formats.Keys)}.")
        : Compression is not ("none" or "gzip") ? Problems.Invalid("compression", "none or gzip.")
        : null;

    /// <summary>Equal for equal questions of one client.</summary>
    internal string Mark(Caller caller) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new object?[] { caller.ClientId, caller.AgreementKey, caller.Purpose, caller.EndUser, this })));
}
