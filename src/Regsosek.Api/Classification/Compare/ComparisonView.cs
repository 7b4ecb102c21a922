namespace Regsosek.Api.Classification.Compare;

/// <summary>Two runs side by side: of the families that both ranked, how many stand where they stood. Counts of families and persons, of nobody in particular.</summary>
/// <param name="By">What <paramref name="Groups"/> are; null for none.</param>
/// <param name="OnlyBefore">Families that only the earlier run ranked; the two runs may be of different scopes.</param>
public sealed record ComparisonView(
    Guid Before, Guid After, string? By, long Families, long OnlyBefore, long OnlyAfter, MovesView Moves, IReadOnlyList<TransitionView> Deciles,
    IReadOnlyList<TransitionView> Classes, MissingView Missing, IReadOnlyList<GroupView> Groups);

/// <summary>Families and persons that stood there before, and here after.</summary>
public sealed record TransitionView(string Before, string After, long Families, long Persons);

/// <summary>Families by how their decile and their class moved; churn is the share of persons, in percent, whose class is another.</summary>
public sealed record MovesView(long Same, long LowerDecile, long HigherDecile, long LowerClass, long HigherClass, double? ChurnOfPersons);

/// <summary>Share of families, in percent, for which the model lacked some input.</summary>
public sealed record MissingView(double? Before, double? After);

/// <summary>Moves of one group: a region code; the head's sex (1 male, 2 female); a size; True with somebody of great difficulty, False without; null where it is not known.</summary>
public sealed record GroupView(string? Group, long Families, MovesView Moves);
