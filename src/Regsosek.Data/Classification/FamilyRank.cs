using Regsosek.Data.Households;

namespace Regsosek.Data.Classification;

/// <summary>Where one family stands in one run (peringkat): a row never changes once its run is published, but for the region of a family that
/// moves while the run is in force.</summary>
public sealed class FamilyRank : RankRecord;

/// <summary>The rank of a family in the national run in force: the rows of <see cref="FamilyRank"/> that the model's filter leaves. Every family has one;
/// run 0 stands until the first is published.</summary>
public sealed class RankInForce : RankRecord;

/// <summary>A place in the order of one run, or none: nobody lives with the family, or it came after the run.</summary>
public abstract class RankRecord
{
    public long RunKey { get; set; }
    public long HouseholdKey { get; set; }

    /// <summary>Village of the family, with its ancestors: what lists in the order of ranks are read by.</summary>
    public string ProvinceCode { get; set; } = "";
    public string RegencyCode { get; set; } = "";
    public string DistrictCode { get; set; } = "";
    public string VillageCode { get; set; } = "";

    /// <summary>1 (poorest) and up, within the scope of the run; null without a rank, as all that follows.</summary>
    public long? Position { get; set; }

    /// <summary>Cumulated share of persons up to and with this family, over 0 to 100, lowest first.</summary>
    public double? Percentile { get; set; }

    /// <summary>1 (lowest tenth of persons) to 10.</summary>
    public short? Decile { get; set; }

    /// <summary>Class of the run's scheme.</summary>
    public WelfareClass? WelfareClass { get; set; }

    /// <summary>Points on the national poverty line, 0 to 100; null by a model that gives none.</summary>
    public short? Score { get; set; }
}
