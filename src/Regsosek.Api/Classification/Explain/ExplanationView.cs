namespace Regsosek.Api.Classification.Explain;

/// <summary>Why a family stands where it stands in one run. What would tell how to answer for another place (points, weights, distances) is for the score
/// group alone.</summary>
public sealed record ExplanationView
{
    public required Guid HouseholdId { get; init; }

    /// <summary>Run, model, stage, scope, decile and classes.</summary>
    public required StandingView Standing { get; init; }

    /// <summary>What the model takes for granted, and for this family.</summary>
    public required IReadOnlyList<AssumptionView> Assumptions { get; init; }

    /// <summary>Inputs the model lacked; what was not known gave no points.</summary>
    public required IReadOnlyList<InputView> Missing { get; init; }

    /// <summary>Inputs whose answers no longer described the day of the run.</summary>
    public required IReadOnlyList<InputView> Stale { get; init; }

    /// <summary>What is different from the run of the scope before; null when the family has no rank there.</summary>
    public ChangeView? Changed { get; init; }

    /// <summary>Points and likelihood on every poverty line. Null without the score group, as all that follows.</summary>
    public IReadOnlyList<LineScore>? Lines { get; init; }

    /// <summary>What each item or term gave.</summary>
    public IReadOnlyList<Contribution>? Contributions { get; init; }

    /// <summary>1 (poorest) and up, of so many families.</summary>
    public PlaceView? Place { get; init; }
}

/// <summary>An assumption of the model's document.</summary>
public sealed record AssumptionView(string Code, string En, string Id);

/// <summary>An item or term of the model, and the questions of form K behind it.</summary>
public sealed record InputView(string Item, string En, string Id, IReadOnlyList<string> Questions);

/// <summary>What is different from an earlier run.</summary>
/// <param name="Decile">Then.</param>
/// <param name="Model">Another model, or version of it, was taken.</param>
/// <param name="Members">So many more, or fewer, are present; null without the demography group.</param>
/// <param name="Questions">Questions whose answers the model read differently (407: the age then); not-granted for those that are hidden.</param>
public sealed record ChangeView(Guid Run, DateOnly Date, int Decile, bool Model, int? Members, IReadOnlyList<string> Questions);

/// <summary>The place in the order, and how far the next class is on both sides, in percent of persons; null where there is none.</summary>
public sealed record PlaceView(long Position, long Of, double Percentile, double? AboveLowerClass, double? BelowHigherClass);
