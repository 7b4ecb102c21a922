namespace Regsosek.Api.Statistics;

/// <summary>The tables of one region while they are counted, by the places of a <see cref="SummaryLayout"/>. Sums are whole numbers: the order of the
/// families does not matter.</summary>
internal sealed class RegionTally(string code, int level, RegionTally? above, int cells)
{
    public string Code => code;

    /// <summary>0 nation, 1 province to 4 village.</summary>
    public int Level => level;

    public RegionTally? Above => above;
    public List<RegionTally> Below { get; } = [];
    public int Cells => cells;

    /// <summary>Ranked families.</summary>
    public int[] Families { get; } = new int[cells];

    public int[] Persons { get; } = new int[cells];

    /// <summary>Families, ranked or not.</summary>
    public int[] Held { get; } = new int[cells];

    public long[] Likelihood { get; } = new long[cells];
    public bool[] Hidden { get; } = new bool[cells];

    public void Add(int cell, int persons, long likelihood, bool isRanked)
    {
        Held[cell]++;
        if (!isRanked) return;
        Families[cell]++;
        Persons[cell] += persons;
        Likelihood[cell] += likelihood;
    }

    /// <summary>Adds the cells that a region below has too.</summary>
    public void Add(RegionTally below)
    {
        for (var cell = 0; cell < below.Cells; cell++)
        {
            Held[cell] += below.Held[cell];
            Families[cell] += below.Families[cell];
            Persons[cell] += below.Persons[cell];
            Likelihood[cell] += below.Likelihood[cell];
        }
    }
}
