using System.Text.Json;
using Regsosek.Api.Households;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>What the hub signs of a frozen list: what was asked, by which rule, run and agreement, how many there are, and every part by its hash.</summary>
public sealed record ListManifest
{
    public const string Form = "regsosek-list/1", Type = "regsosek-list+jws";

    public string Manifest { get; init; } = Form;
    public required Uri Issuer { get; init; }
    public required Guid List { get; init; }
    public required string Client { get; init; }

    /// <summary>The list is frozen for it.</summary>
    public required int AgreementVersion { get; init; }

    public required string Purpose { get; init; }
    public string? Programme { get; init; }
    public int? Version { get; init; }
    public string? Decree { get; init; }

    /// <summary>A rule of its own.</summary>
    public JsonElement? Rule { get; init; }

    public required string RuleHash { get; init; }
    public required string Unit { get; init; }
    public required string Region { get; init; }
    public required string Order { get; init; }
    public required DateOnly AsOf { get; init; }
    public required DateTime KnownAt { get; init; }

    /// <summary>The run of the model that ranked, with its stage.</summary>
    public ClassificationView? Run { get; init; }

    public long? Quota { get; init; }
    public required long Entries { get; init; }
    public required long InQuota { get; init; }
    public ListCut? Cut { get; init; }

    /// <summary>By regency and class.</summary>
    public required IReadOnlyList<ListCount> Distribution { get; init; }

    public string? Fields { get; init; }
    public required IReadOnlyList<ManifestPart> Parts { get; init; }
    public required string DraftedBy { get; init; }
    public string? ApprovedBy { get; init; }
    public required DateTime FrozenAt { get; init; }
}

/// <summary>One part.</summary>
/// <param name="FirstPlace">Places in it are from this one …</param>
/// <param name="LastPlace">… up to this one.</param>
/// <param name="Sha256">Of the bytes as they are given, in hexadecimal digits.</param>
public sealed record ManifestPart(int Number, string Format, string Compression, long FirstPlace, long LastPlace, long Entries, long Bytes, string Sha256)
{
    public static ManifestPart Of(TargetedList list, ListPart part) => new(part.Number, part.Format, list.Gzip ? "gzip" : "none", part.From, part.To, part.Entries, part.Bytes,
        Convert.ToHexStringLower(part.Hash!));
}

/// <summary>Where the quota cuts between equals: nothing but the order of keys says who is inside.</summary>
/// <param name="At">The quota.</param>
/// <param name="Tied">How many have the percentile at the cut.</param>
/// <param name="Inside">How many of them are inside.</param>
public sealed record ListCut(long At, long Tied, long Inside)
{
    public static ListCut? Of(TargetedList list) =>
        list is { Quota: { } quota, TiedFrom: { } from, TiedTo: { } to } ? new(quota, to - from + 1, quota - from + 1) : null;
}
