namespace Regsosek.Api.Regions;

/// <summary>Lists of Kemendagri codes as areas: 91 covers 91.71, ID covers everything.</summary>
internal static class RegionCover
{
    /// <summary>What lies in both, without codes that another code of the answer covers already.</summary>
    public static IReadOnlyList<string> Common(IReadOnlyList<string> some, IReadOnlyList<string> others)
    {
        var common = some.Where(s => others.Any(o => Covers(o, s))).Concat(others.Where(o => some.Any(s => Covers(s, o)))).Distinct().ToList();
        return [.. common.Where(c => !common.Any(o => o != c && Covers(o, c)))];
    }

    private static bool Covers(string wide, string narrow) =>
        wide == "ID" || wide == narrow || narrow.StartsWith(wide + ".", StringComparison.Ordinal);
}
