using System.Text.Json;
using Regsosek.Api.Http;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>A list as the clients of its agreement see it: what was asked, how far it is, what its counts are, and its parts with what checks them.</summary>
public sealed record ListView
{
    public required Guid Id { get; init; }

    /// <summary>building, draft, awaiting-approval, freezing, frozen, failed or withdrawn.</summary>
    public required string State { get; init; }

    /// <summary>Code of the problem that ended it.</summary>
    public string? Problem { get; init; }

    public string? Programme { get; init; }

    /// <summary>Version of the programme's rule.</summary>
    public int? Version { get; init; }

    /// <summary>A rule of its own.</summary>
    public JsonElement? Rule { get; init; }

    /// <summary>SHA-256 of the version's document, or of the rule.</summary>
    public required string RuleHash { get; init; }

    /// <summary>family or person: what an entry is.</summary>
    public required string Unit { get; init; }

    public required string Region { get; init; }
    public required string Order { get; init; }

    /// <summary>Families or persons that are inside (kuota); null for all.</summary>
    public long? Quota { get; init; }

    /// <summary>Day in force: ages are taken on it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Nothing that the hub learned later is in it.</summary>
    public required DateTime KnownAt { get; init; }

    public required ListProgress Progress { get; init; }

    /// <summary>Entries, those beyond the quota among them; null while they are looked for.</summary>
    public long? Entries { get; init; }

    public ListCut? Cut { get; init; }

    /// <summary>By regency and class; of one list alone.</summary>
    public IReadOnlyList<ListCount>? Counts { get; init; }

    public required IReadOnlyList<string> Formats { get; init; }
    public required string Compression { get; init; }
    public string? Fields { get; init; }
    public required IReadOnlyList<ListPartView> Parts { get; init; }

    /// <summary>Who said that it holds what was given.</summary>
    public required IReadOnlyList<AcknowledgementView> Receipts { get; init; }

    /// <summary>Notices that its owner has given: look at them before acting upon what was pulled.</summary>
    public required int Notices { get; init; }

    public required string DraftedBy { get; init; }
    public string? DecidedBy { get; init; }

    /// <summary>What the second principal decided.</summary>
    public bool? Approved { get; init; }

    public required DateTime BegunAt { get; init; }
    public DateTime? DraftedAt { get; init; }
    public DateTime? FrozenAt { get; init; }

    /// <summary>From then on it is not there any more.</summary>
    public required DateTime ExpiresAt { get; init; }

    public static ListView Of(TargetedList l, bool isAllowed = true, bool withCounts = true)
    {
        var state = isAllowed ? l.State : ListState.Withdrawn;
        var tells = state is not (ListState.Withdrawn or ListState.Failed);
        return new()
        {
            Id = l.Id,
            State = Name(state),
            Problem = state == ListState.Withdrawn ? Problems.ListWithdrawn.Code : l.Problem,
            Programme = l.Programme,
            Version = l.RuleVersion,
            Rule = l.Rule is { } rule ? JsonSerializer.Deserialize<JsonElement>(rule) : null,
            RuleHash = l.RuleHash,
            Unit = l.OfPersons ? "person" : "family",
            Region = l.Region ?? "ID",
            Order = l.ByRank ? "rank" : "id",
            Quota = l.Quota,
            AsOf = l.Day,
            KnownAt = l.KnownAt,
            Progress = ListProgress.From(l),
            Entries = tells ? l.Entries : null,
            Cut = tells ? ListCut.Of(l) : null,
            Counts = tells && withCounts && l.Counts is { } counts ? JsonSerializer.Deserialize<IReadOnlyList<ListCount>>(counts, Json.Web) : null,
            Formats = l.Formats,
            Compression = l.Gzip ? "gzip" : "none",
            Fields = l.Fields,
            Parts = state == ListState.Frozen ? [.. l.Parts.OrderBy(p => p.Number).Select(p => ListPartView.Of(l, p))] : [],
            Receipts = [.. l.Receipts.OrderBy(r => r.At).Select(r => new AcknowledgementView(r.Part == 0 ? null : r.Part, r.Client, r.At))],
            Notices = l.Notices.Count,
            DraftedBy = l.Client,
            DecidedBy = l.DecidedBy,
            Approved = l.IsApproved,
            BegunAt = l.RecordedAt,
            DraftedAt = l.DraftedAt,
            FrozenAt = l.FrozenAt,
            ExpiresAt = l.ExpiresAt,
        };
    }

    public static string Name(ListState state) => state == ListState.AwaitingApproval ? "awaiting-approval" : state.ToString().ToLowerInvariant();
}

/// <summary>While it is built, families of the scope and how many have been looked at; while it is frozen, entries to write and how many are written.</summary>
public sealed record ListProgress(long? Of, long Done)
{
    internal static ListProgress From(TargetedList l) => l.State == ListState.Building
        ? new(l.Stretches.Count == 0 ? null : l.Stretches.Sum(s => s.Expected), l.Stretches.Where(s => s.Found is not null).Sum(s => s.Expected))
        : new(l.Entries * l.Formats.Count, l.Parts.Where(p => p.Hash is not null).Sum(p => p.Entries));
}

/// <summary>One part.</summary>
/// <param name="Number">From 1, over all formats.</param>
/// <param name="Sha256">Of the bytes as they are given, in hexadecimal digits; the ETag too.</param>
public sealed record ListPartView(int Number, string Format, long FirstPlace, long LastPlace, long Entries, long Bytes, string Sha256, string Href)
{
    internal static ListPartView Of(TargetedList l, ListPart p) =>
        new(p.Number, p.Format, p.From, p.To, p.Entries, p.Bytes, Convert.ToHexStringLower(p.Hash!), $"{ListEndpoints.Path}/{l.Id}/parts/{p.Number}");
}

/// <summary>A receipt.</summary>
/// <param name="Part">Its part; null for the whole.</param>
public sealed record AcknowledgementView(int? Part, string By, DateTime At);
