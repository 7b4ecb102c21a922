using Regsosek.Data;

namespace Regsosek.Api.Households;

/// <summary>The regions that a list is read from: those of the scope, narrowed to those asked for; none holds another. The scope filter guards;
/// an equality on one region lets its index give the rows in the order of the page, which a filter over many regions does not.</summary>
public static class DrivingRegions
{
    /// <summary>More than these are read by the filter alone.</summary>
    public const int Most = 50;

    /// <summary>A code that no row has.</summary>
    private const string Nowhere = "";

    /// <param name="scope">What the caller may see.</param>
    /// <param name="asked">The filter <c>region</c>: codes by comma, already checked; null for none.</param>
    /// <returns>Empty: the whole nation, or more than <see cref="Most"/>.</returns>
    public static IReadOnlyList<string> Of(RegionScope scope, string? asked)
    {
        if (scope.National && asked is null) return [];
        List<string> own = scope.National ? [] : Outermost(scope.Codes);
        if (!scope.National && own.Count == 0) own = [Nowhere];
        var wanted = asked?.Split(',', StringSplitOptions.TrimEntries);
        if (wanted is null || wanted.Contains("ID")) return Bounded(own);
        var among = Outermost(wanted);
        if (scope.National) return Bounded(among);
        List<string> both = [.. own.Where(o => among.Any(w => Holds(w, o))), .. among.Where(w => own.Any(o => o != w && Holds(o, w)))];

        // Nothing in common: the scope filter leaves no row, wherever it looks.
        return both.Count > 0 ? Bounded(both) : [among[0]];
    }

    /// <summary>1 (province) to 4 (village).</summary>
    public static int Level(string code) => code.Count(c => c == '.') + 1;

    private static List<string> Outermost(IEnumerable<string> codes)
    {
        var all = codes.Distinct().ToList();
        return all.FindAll(c => !all.Any(o => o != c && Holds(o, c)));
    }

    private static bool Holds(string outer, string inner) =>
        inner == outer || (inner.Length > outer.Length && inner[outer.Length] == '.' && inner.StartsWith(outer, StringComparison.Ordinal));

    private static IReadOnlyList<string> Bounded(List<string> codes) => codes.Count <= Most ? codes : [];
}
