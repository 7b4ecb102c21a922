namespace Regsosek.Api.Statistics;

/// <summary>Which cells are not shown: those of fewer than five families, and so many beside them that no total less the shown cells gives one. What adds up is
/// a table within a region (all families = the codes of a dimension; a code = its pairs with the codes of another) and a cell over the regions below. Of what
/// adds up either nothing is hidden or at least two cells with families are, and the hidden parts of a shown total hold five families or more together.</summary>
internal static class Suppression
{
    public const int Threshold = 5;

    /// <param name="regions">Those above first.</param>
    /// <param name="isSmall">Another reason to hide a cell than few families.</param>
    public static void Hide(IReadOnlyList<RegionTally> regions, SummaryLayout layout, Func<RegionTally, int, bool>? isSmall = null)
    {
        foreach (var region in regions)
            for (var cell = 0; cell < region.Cells; cell++) region.Hidden[cell] = region.Families[cell] < Threshold || isSmall?.Invoke(region, cell) == true;

        // A cell that is hidden for one sum needs company in the others it is part of: until nothing changes.
        for (HashSet<RegionTally> changed = [.. regions], now; changed.Count > 0; changed = now)
        {
            now = [];
            foreach (var region in regions)
            {
                if (changed.Contains(region)) Tables(region, layout, now);
                if (changed.Contains(region) || region.Below.Exists(changed.Contains)) Regions(region, now);
            }
        }
    }

    private static void Tables(RegionTally region, SummaryLayout layout, HashSet<RegionTally> changed)
    {
        var parts = new List<(RegionTally, int)>();
        for (var d = 0; d < layout.Dimensions; d++)
        {
            parts.Clear();
            for (var place = 0; place < layout.Places(d); place++) parts.Add((region, layout.Single(d, place)));
            Balance(region, 0, parts, changed);
            for (var e = 0; region.Cells == layout.Wide && e < layout.Dimensions; e++)
            {
                for (var place = 0; e != d && place < layout.Places(d); place++)
                {
                    parts.Clear();
                    for (var other = 0; other < layout.Places(e); other++) parts.Add((region, layout.Pair(d, place, e, other)));
                    Balance(region, layout.Single(d, place), parts, changed);
                }
            }
        }
    }

    private static void Regions(RegionTally region, HashSet<RegionTally> changed)
    {
        var parts = new List<(RegionTally, int)>();
        for (var cell = 0; region.Below.Count > 0 && cell < region.Below[0].Cells; cell++)
        {
            parts.Clear();
            foreach (var below in region.Below) parts.Add((below, cell));
            Balance(region, cell, parts, changed);
        }
    }

    /// <summary>Hides the smallest parts until the total and the shown parts give nothing away; the total itself where no part is left.</summary>
    private static void Balance(RegionTally above, int total, List<(RegionTally Region, int Cell)> parts, HashSet<RegionTally> changed)
    {
        while (above.Families[total] > 0)
        {
            var (hidden, families, smallest) = (above.Hidden[total] ? 1 : 0, 0, -1);
            for (var i = 0; i < parts.Count; i++)
            {
                var (region, cell) = parts[i];
                if (region.Families[cell] == 0) continue;
                if (region.Hidden[cell]) (hidden, families) = (hidden + 1, families + region.Families[cell]);
                else if (smallest < 0 || region.Families[cell] < parts[smallest].Region.Families[parts[smallest].Cell]) smallest = i;
            }

            if (hidden == 0 || (hidden > 1 && (above.Hidden[total] || families >= Threshold)) || (smallest < 0 && above.Hidden[total])) return;
            var (hide, at) = smallest >= 0 ? parts[smallest] : (above, total);
            hide.Hidden[at] = true;
            changed.Add(hide);
        }
    }
}
