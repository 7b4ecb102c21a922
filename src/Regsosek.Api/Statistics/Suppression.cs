namespace Regsosek.Api.Statistics;

/// <summary>Which cells are not shown: those of fewer than five families, and so many beside them that no total less the shown cells gives one. What adds up is
/// a table within a region (all families = the codes of a dimension; a code = its pairs with the codes of another) and a cell over the regions below. Of what
/// adds up either nothing is hidden or at least two cells with families are, and the hidden parts of a shown total hold five families or more together.</summary>
internal static class Suppression
{
    public const int Threshold = 5;

    /// <param name="regions">Those above first.</param>
    public static void Hide(IReadOnlyList<RegionTally> regions, SummaryLayout layout)
    {
        foreach (var region in regions)
            for (var cell = 0; cell < region.Cells; cell++) region.Hidden[cell] = region.Families[cell] < Threshold;

        // A cell that is hidden for one sum needs company in the others it is part of: until nothing changes.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var region in regions) changed |= Tables(region, layout) | Regions(region);
        }
    }

    private static bool Tables(RegionTally region, SummaryLayout layout)
    {
        var changed = false;
        var parts = new List<(RegionTally, int)>();
        for (var d = 0; d < layout.Dimensions; d++)
        {
            parts.Clear();
            for (var place = 0; place < layout.Places(d); place++) parts.Add((region, layout.Single(d, place)));
            changed |= Balance(region, 0, parts);
            for (var e = 0; region.Cells == layout.Wide && e < layout.Dimensions; e++)
            {
                for (var place = 0; e != d && place < layout.Places(d); place++)
                {
                    parts.Clear();
                    for (var other = 0; other < layout.Places(e); other++) parts.Add((region, layout.Pair(d, place, e, other)));
                    changed |= Balance(region, layout.Single(d, place), parts);
                }
            }
        }

        return changed;
    }

    private static bool Regions(RegionTally region)
    {
        var changed = false;
        var parts = new List<(RegionTally, int)>();
        for (var cell = 0; region.Below.Count > 0 && cell < region.Below[0].Cells; cell++)
        {
            parts.Clear();
            foreach (var below in region.Below) parts.Add((below, cell));
            changed |= Balance(region, cell, parts);
        }

        return changed;
    }

    /// <summary>Hides the smallest parts until the total and the shown parts give nothing away; the total itself where no part is left.</summary>
    private static bool Balance(RegionTally above, int total, List<(RegionTally Region, int Cell)> parts)
    {
        for (var changed = false; ; changed = true)
        {
            var (hidden, families, smallest) = (above.Hidden[total] ? 1 : 0, 0, -1);
            for (var i = 0; i < parts.Count; i++)
            {
                var (region, cell) = parts[i];
                if (region.Families[cell] == 0) continue;
                if (region.Hidden[cell]) (hidden, families) = (hidden + 1, families + region.Families[cell]);
                else if (smallest < 0 || region.Families[cell] < parts[smallest].Region.Families[parts[smallest].Cell]) smallest = i;
            }

            if (hidden == 0 || above.Families[total] == 0 || (hidden > 1 && (above.Hidden[total] || families >= Threshold))) return changed;
            if (smallest >= 0) parts[smallest].Region.Hidden[parts[smallest].Cell] = true;
            else if (!above.Hidden[total]) above.Hidden[total] = true;
            else return changed;
        }
    }
}
