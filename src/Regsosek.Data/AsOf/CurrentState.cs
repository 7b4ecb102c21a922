using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Data.AsOf;

/// <summary>A family as it stands now, in a model whose <see cref="Household"/> is a state of some day. No reader reaches it: it is asked whether the
/// caller may see the family today.</summary>
internal sealed class CurrentHousehold : HouseholdRecord
{
    /// <summary>By the name that limits know.</summary>
    public CurrentRank Rank { get; set; } = null!;
}

/// <summary>The rank of a family in the run in force now, where <see cref="RankInForce"/> is that of the moment.</summary>
internal sealed class CurrentRank : RankRecord;

/// <summary>A run, whenever it came in force.</summary>
internal sealed class AnyRun
{
    public long Key { get; set; }
    public string Scope { get; set; } = "";
    public RunState State { get; set; }
}

/// <summary>A person as he stands now, in a model whose <see cref="Person"/> is a state of some day.</summary>
internal sealed class CurrentPerson : PersonRecord;
