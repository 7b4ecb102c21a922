using System.Text.Json;
using Regsosek.Api.Http;
using Regsosek.Data.Exports;

namespace Regsosek.Api.Exports;

/// <summary>An export as its client sees it: what it is of, how far it is, and its parts with what checks them.</summary>
public sealed record ExportView
{
    public required Guid Id { get; init; }

    /// <summary>building, ready, failed or withdrawn.</summary>
    public required string State { get; init; }

    /// <summary>Code of the problem that ended it.</summary>
    public string? Problem { get; init; }

    public required string Reader { get; init; }
    public required string Format { get; init; }
    public required string Compression { get; init; }

    /// <summary>Filters and fields as they were asked.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>Day in force: ages are taken on it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Nothing that the hub learned later is in it, however long it took.</summary>
    public required DateTime KnownAt { get; init; }

    public required ExportProgress Progress { get; init; }

    /// <summary>Families in the parts that are there.</summary>
    public required long Families { get; init; }

    public required IReadOnlyList<PartView> Parts { get; init; }
    public required DateTime BegunAt { get; init; }
    public DateTime? EndedAt { get; init; }

    /// <summary>From then on it is not there any more.</summary>
    public required DateTime ExpiresAt { get; init; }

    public static ExportView Of(Export x, bool isAllowed = true)
    {
        var state = isAllowed ? x.State : ExportState.Withdrawn;
        var parts = state is ExportState.Building or ExportState.Ready ? x.Parts.Where(p => p.Hash is not null).OrderBy(p => p.Number).ToList() : [];
        return new()
        {
            Id = x.Id,
            State = state.ToString().ToLowerInvariant(),
            Problem = state == ExportState.Withdrawn ? Problems.ExportWithdrawn.Code : x.Problem,
            Reader = x.Reader,
            Format = x.Format,
            Compression = x.Gzip ? "gzip" : "none",
            Query = JsonSerializer.Deserialize<Dictionary<string, string>>(x.Query)!,
            AsOf = x.Day,
            KnownAt = x.KnownAt,
            Progress = new(x.Expected, x.Parts.Where(p => p.Hash is not null).Sum(p => p.Expected)),
            Families = parts.Sum(p => p.Families),
            Parts = [.. parts.Select(p => new PartView(p.Number, p.Families, p.Bytes, Convert.ToHexStringLower(p.Hash!), $"/api/v1/exports/{x.Id}/parts/{p.Number}"))],
            BegunAt = x.RecordedAt,
            EndedAt = x.EndedAt,
            ExpiresAt = x.ExpiresAt,
        };
    }
}

/// <summary>Families of the scope, in the region that was asked, and how many of them have been looked at; null until they are counted.</summary>
public sealed record ExportProgress(long? Of, long Done);

/// <summary>One part.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Sha256">Of the bytes as they are given, in hexadecimal digits; the ETag too.</param>
public sealed record PartView(int Number, long Families, long Bytes, string Sha256, string Href);
