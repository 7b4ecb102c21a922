using CsCheck;
using Regsosek.Data;

namespace Regsosek.Tests.Parity;

/// <summary>The agreement of one case, drawn: what its partner may see, of whom, what for, when.</summary>
internal sealed record Terms
{
    public required IReadOnlyList<string> Regions { get; init; }
    public required FieldGroups Fields { get; init; }
    public DrawnLimit? Limit { get; init; }
    public required IReadOnlyList<string> Purposes { get; init; }
    public required IReadOnlyList<string> Programmes { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }
    public required bool IsActive { get; init; }

    /// <summary>First and last day from today: (0, 0) is today alone, (-9, -1) is over.</summary>
    public required (int From, int? To) Days { get; init; }

    public required bool WantsEndUser { get; init; }
    public required bool SaysEndUser { get; init; }

    public const string TokenPurpose = "parity";

    private static readonly string[] Codes = ["PKH", "SEMBAKO", "PBI-JKN", "PIP", "BLT-DD", "PRAKERJA", "BSU", "PUPUK", "BSPS", "LISTRIK"];

    /// <summary>Any mixture: the nation, provinces, regencies, districts, villages, one inside another, none.</summary>
    public static Gen<Terms> Drawn(IReadOnlyList<string> villages)
    {
        var code = Gen.Select(Gen.OneOf(villages.ToArray()), Gen.OneOf(2, 5, 8, 13), (village, length) => village[..length]);
        var regions = Gen.Frequency<string[]>(
            (8, Gen.Const(new[] { "ID" })), (6, code.Array[1]), (12, code.Array[2, 5]), (1, Gen.Const<string[]>([])));
        var groups = Gen.Frequency<FieldGroups>((2, FieldGroups.All), (1, FieldGroups.None))
            .SelectMany(whole => Gen.Frequency((1, Gen.Const((int)whole)), (5, Gen.Int[0, (int)FieldGroups.All]), (2, AllButOne), (4, Careful)))
            .Select(bits => (FieldGroups)bits);
        var usual = Gen.Frequency((40, true), (1, false));
        return
            from region in regions
            from fields in groups
            from limit in Gen.Frequency((2, Gen.Const<DrawnLimit?>((DrawnLimit?)null)), (1, Gen.OneOf<DrawnLimit?>(DrawnLimit.All)))
            from purposes in Gen.Frequency<string[]>((30, [TokenPurpose]), (10, ["other", TokenPurpose]), (1, ["other"]))
            from programmes in Gen.Shuffle(Codes, 0, Codes.Length)
            from scopes in Gen.Frequency<string[]>(
                (40, ["registry.read", "eligibility.read", "exports.read", "lists.read", "lists.write", "cases.read"]), (1, ["registry.read", "eligibility.read"]), (1, ["exports.read", "cases.read"]), (1, ["lists.read", "lists.write"]), (1, ["registry.read", "lists.read", "lists.write"]), (1, ["registry.read"]), (1, ["eligibility.read"]), (1, ["accesslog.read"]))
            from active in usual
            from days in Gen.Frequency<(int, int?)>((24, (-9, null)), (8, (0, 0)), (8, (-9, 9)), (1, (-9, -1)), (1, (1, 9)))
            from wants in Gen.Frequency((4, false), (1, true))
            from says in usual
            select new Terms
            {
                Regions = region,
                Fields = fields,
                Limit = limit,
                Purposes = purposes,
                Programmes = programmes,
                Scopes = scopes,
                IsActive = active,
                Days = days,
                WantsEndUser = wants,
                SaysEndUser = says,
            };
    }

    /// <summary>With groups whose rows hide some of what they hold: identity without that of children, health without the sensitive.</summary>
    private static Gen<int> Careful => Gen.Int[0, (int)FieldGroups.All].Select(bits =>
        (bits | (int)(FieldGroups.Identity | FieldGroups.Health)) & ~(int)(FieldGroups.Children | FieldGroups.HealthSensitive));

    private static Gen<int> AllButOne => Gen.Int[0, 13].Select(bit => (int)FieldGroups.All & ~(1 << bit));

    public override string ToString() =>
        $"regions [{string.Join(' ', Regions)}], fields [{string.Join(' ', Fields.ToNames())}], limit {Limit?.Rule ?? "none"}, "
        + $"purposes [{string.Join(' ', Purposes)}], scopes [{string.Join(' ', Scopes)}], programmes [{string.Join(' ', Programmes)}], "
        + $"{(IsActive ? "active" : "suspended")} {Days.From}..{Days.To}, end user {(WantsEndUser ? "wanted" : "not wanted")}"
        + (SaysEndUser ? ", said" : ", not said");
}
