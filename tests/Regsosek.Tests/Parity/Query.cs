using CsCheck;

namespace Regsosek.Tests.Parity;

/// <summary>What one case asks of the list of families, in the words all surfaces share.</summary>
internal sealed record Query
{
    public IReadOnlyList<(string Name, string Text)> Filters { get; init; } = [];
    public string? Sort { get; init; }

    /// <summary>Page sizes, used in turn.</summary>
    public int[] Limits { get; init; } = [50];

    /// <summary>fields=, or null for all of them.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>include=members.</summary>
    public bool Members { get; init; }

    public bool Count { get; init; }
    public bool Edges { get; init; }
    public bool Standings { get; init; }

    /// <summary>The family to ask by id, by its place in the register, in scope or not; null asks for one that is nowhere.</summary>
    public int? ById { get; init; }

    /// <summary>So many cases ask in one form: the same names and fields, other values, pages and families.</summary>
    public const int OfOneForm = 8;

    public string Programme { get; init; } = "PKH";

    /// <summary>Verdicts of the programme's list.</summary>
    public IReadOnlyList<string> Verdicts { get; init; } = ["ELIGIBLE"];

    public string? EligibleRegion { get; init; }

    /// <summary>asOf, so many days before today; null leaves it out.</summary>
    public int? AsOf { get; init; }

    /// <summary>knownAt, so many days before noon of today and so many seconds after; null leaves it out.</summary>
    public (int Days, int Seconds)? KnownAt { get; init; }

    /// <summary>As of when, by the words of docs/access.md; null for the present.</summary>
    public (DateOnly Day, DateTime KnownAt)? Moment(DateOnly today)
    {
        if (AsOf is null && KnownAt is null) return null;
        var known = KnownAt is { } at ? DrawnData.Instant(today, at.Days).AddSeconds(at.Seconds) : DateTime.MaxValue;
        return (AsOf is { } ago ? today.AddDays(-ago) : DateOnly.FromDateTime(known.AddHours(9)), known);
    }

    /// <summary>The parameters that say so, by name.</summary>
    public IEnumerable<(string Name, string Text)> Times(DateOnly today)
    {
        if (AsOf is { } ago) yield return ("asOf", $"{today.AddDays(-ago):yyyy-MM-dd}");
        if (KnownAt is { } at) yield return ("knownAt", $"{DrawnData.Instant(today, at.Days).AddSeconds(at.Seconds):yyyy-MM-dd'T'HH:mm:ss}Z");
    }

    /// <summary>A status of participation is of the present alone.</summary>
    private Query OfThePresent => Filters.Any(f => f.Name == Oracle.ProgrammeStatus) ? this with { AsOf = null, KnownAt = null } : this;

    private static readonly string[] AnyVerdict = ["ELIGIBLE", "NOT_ELIGIBLE", "UNKNOWN"];
    private static readonly string[] Receipts = ["sembako", "pkh", "bltDesa", "electricity", "localAid", "fertilizer", "lpg"];
    private static readonly string[] Classes =
        ["MISKIN_EKSTREM", "SANGAT_MISKIN", "MISKIN", "HAMPIR_MISKIN", "RENTAN", "TIDAK_MISKIN"];

    public static readonly string[] Sorts = ["rank", "decile"];

    /// <summary>Mostly of what the terms grant: a refusal tells of one thing only.</summary>
    public static Gen<Query[]> Drawn(Terms terms, IReadOnlyList<string> villages)
    {
        var texts = Filter(villages, terms.Programmes);
        string[] all = [.. texts.Keys], granted = [.. all.Where(f => terms.Fields.HasFlag(Oracle.GroupOfFilter(f)))
            .Where(f => f != Oracle.ProgrammeStatus || (terms.Fields.HasFlag(Data.FieldGroups.Protection) && terms.Programmes.Count > 0))];
        var sorts = Sorts.All(s => terms.Fields.HasFlag(Oracle.GroupOfSort(s)));

        // Of these single rows are hidden, not the field: a filter alone tells whether the mask comes before it.
        string[] careful = [.. granted.Intersect(["memberChronicIllness", "memberCarer"]).DefaultIfEmpty(granted[0])];
        var filter = Gen.Select(Gen.Frequency((14, Gen.OneOf(granted)), (1, Gen.OneOf(all)), (5, Gen.OneOf(careful))), Gen.Int[1, 4]);
        var form =
            from filters in Gen.Frequency((4, 0), (4, 1), (2, 2), (1, 3)).SelectMany(n => filter.Array[n])
            from sort in Gen.Select(Gen.OneOf(Sorts), Gen.OneOf("", "-"), (s, turned) => turned + s).Null(sorts ? 0.4 : 0.97)
            from fields in Named(terms).Null(0.3)
            from flags in Gen.Int[0, 15]
            from programme in Gen.Frequency((5, Gen.OneOf(terms.Programmes.DefaultIfEmpty("PKH").ToArray())), (1, Gen.OneOf([.. Oracle.Programmes])))
            from verdicts in Gen.Shuffle(AnyVerdict, 1, 3)
            from region in Gen.Select(Gen.OneOf(villages.ToArray()), Gen.OneOf(2, 5, 8), (village, length) => village[..length]).Null(0.6)
            select (filters: filters.DistinctBy(f => f.Item1).ToArray(), query: new Query
            {
                Sort = sort,
                Fields = fields,
                Members = (flags & 1) > 0,
                Count = (flags & 2) > 0,
                Edges = (flags & 4) > 0,
                Standings = (flags & 8) > 0,
                Programme = programme,
                Verdicts = verdicts,
                EligibleRegion = region,
            });
        return form.SelectMany(f => Values(f.filters, texts).Array[OfOneForm].Select(values => Array.ConvertAll(values, v =>
            (f.query with { Filters = v.Filters, Limits = v.Limits, ById = v.ById, AsOf = v.AsOf, KnownAt = v.KnownAt }).OfThePresent)));
    }

    private static Gen<(List<(string, string)> Filters, int[] Limits, int? ById, int? AsOf, (int, int)? KnownAt)> Values(
        (string Name, int Parts)[] filters, Dictionary<string, Func<int, Gen<string>>> texts)
    {
        var drawn = Gen.Const(new List<(string, string)>());
        foreach (var (name, parts) in filters)
            drawn = Gen.Select(drawn, texts[name](parts), (had, text) => new List<(string, string)>([.. had, (name, text)]));

        // The edges of what was drawn, and beside them.
        var asOf = Gen.Select(Gen.OneOf(DrawnData.Days), Gen.OneOf(0, 0, 1), (days, more) => days + more).Nullable(0.6);
        var knownAt = Gen.Select(Gen.OneOf(DrawnData.Instants), Gen.OneOf(-1, 0, 1)).Nullable(0.7);
        return Gen.Select(drawn, Gen.Int[2, 30].Array[2], Gen.Int[0, 1000].Nullable(0.15), asOf, knownAt);
    }

    private static Gen<string[]> Named(Terms terms)
    {
        string[] all = [.. OracleFields.OfFamily.Select(f => f.Name), .. OracleFields.OfMember.Select(f => "members." + f.Name)];
        string[] granted = [.. all.Where(name => terms.Fields.HasFlag(Oracle.GroupOfField(name)))];
        return Gen.Frequency((12, Gen.Shuffle(granted, 1, Math.Min(8, granted.Length))), (1, Gen.Shuffle(all, 1, 5)));
    }

    /// <summary>A generator for every filter there is, by name; the written ones first, then every coded question.</summary>
    public static Dictionary<string, Func<int, Gen<string>>> Filter(IReadOnlyList<string> villages, IReadOnlyList<string> programmes)
    {
        var code = Gen.Select(Gen.OneOf(villages.ToArray()), Gen.OneOf(2, 5, 8, 13), (village, length) => village[..length]);
        var texts = new Dictionary<string, Func<int, Gen<string>>>
        {
            ["region"] = parts => Gen.Frequency((8, Several(code)(parts)), (1, Gen.Const("ID"))),
            ["welfareClass"] = Several(Gen.OneOf(Classes)),
            ["decile"] = Several(Range(1, 10)),
            ["memberCount"] = Several(Range(0, 5)),
            ["declaredReceipt"] = Several(Gen.OneOf(Receipts)),
            [Oracle.ProgrammeStatus] = Several(Gen.Select(Gen.OneOf([.. programmes.Intersect(DrawnData.Delivered).DefaultIfEmpty(programmes.Count > 0 ? programmes[0] : "PKH")]),
                Gen.OneOf(":receiving", ":not-receiving"), (programme, status) => programme + status)),
            ["sectorGroup"] = Several(Gen.OneOf("agriculture", "industry", "services")),
            ["memberAge"] = Several(Range(0, 90)),
        };
        foreach (var question in Question.All.Where(q => q.IsCoded))
            texts[question.OfPerson ? "member" + question.Property : question.Name] = Several(Gen.OneOf(question.Codes).Select(c => $"{c}"));
        return texts;
    }

    private static Func<int, Gen<string>> Several(Gen<string> one) => parts => one.Array[parts].Select(all => string.Join(',', all));

    private static Gen<string> Range(int low, int high) =>
        Gen.Select(Gen.Int[low, high], Gen.Int[low, high], (a, b) => a == b ? $"{a}" : $"{Math.Min(a, b)}-{Math.Max(a, b)}");

    public override string ToString() =>
        $"{string.Join('&', Filters.Select(f => $"{f.Name}={f.Text}"))} sort={Sort} limits={string.Join(',', Limits)} "
        + $"fields={(Fields is null ? "all" : string.Join(',', Fields))}{(Members ? " include=members" : "")}{(Count ? " count" : "")}"
        + $"{(Edges ? " edges" : "")}{(Standings ? " classifications" : "")} id={(ById is null ? "nowhere" : ById)} "
        + $"{Programme} {string.Join(',', Verdicts)} of {EligibleRegion ?? "ID"}"
        + (AsOf is null ? "" : $" as of {AsOf} days ago") + (KnownAt is null ? "" : $" known at {KnownAt}");
}
