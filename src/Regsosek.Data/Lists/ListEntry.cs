using Regsosek.Data.Households;

namespace Regsosek.Data.Lists;

/// <summary>One place of a list: a family, or one of its persons.</summary>
public sealed class ListEntry
{
    public long ListKey { get; set; }

    /// <summary>From 1, in the list's order; those beyond the quota keep theirs.</summary>
    public long Place { get; set; }

    public long HouseholdKey { get; set; }
    public long? PersonKey { get; set; }
    public double? Percentile { get; set; }

    /// <summary>Regency and class as of the list's instant, for its counts; without a class where the agreement does not grant it.</summary>
    public string Regency { get; set; } = "";
    public WelfareClass? WelfareClass { get; set; }
}

/// <summary>One who is entitled, before the order is known.</summary>
public sealed class ListCandidate
{
    public long ListKey { get; set; }
    public long HouseholdKey { get; set; }

    /// <summary>0 for the family itself.</summary>
    public long PersonKey { get; set; }

    public double? Percentile { get; set; }
    public string Regency { get; set; } = "";
    public WelfareClass? WelfareClass { get; set; }
}

/// <summary>The families with keys in a range: looked through at one stroke, the checkpoint of a list that is being built.</summary>
public sealed class ListStretch
{
    public long ListKey { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    /// <summary>Families with keys above this one …</summary>
    public long After { get; set; }

    /// <summary>… up to this one.</summary>
    public long To { get; set; }

    /// <summary>Families in scope when it was divided.</summary>
    public long Expected { get; set; }

    /// <summary>Candidates among them; null until they are written.</summary>
    public long? Found { get; set; }
}
