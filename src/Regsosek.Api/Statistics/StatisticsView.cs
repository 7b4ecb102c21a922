namespace Regsosek.Api.Statistics;

/// <summary>Figures of the run in force. Those that would tell of fewer than five families are hidden, with others beside them, and the rest is rounded:
/// parts need not add up to their total.</summary>
public sealed record StatisticsView
{
    /// <summary>Run that ranked the families.</summary>
    public required Guid Run { get; init; }

    public required string Model { get; init; }
    public required string Version { get; init; }

    /// <summary>Scheme of the welfare classes.</summary>
    public required string Scheme { get; init; }

    /// <summary>initial, consulted or final.</summary>
    public required string Stage { get; init; }

    /// <summary>Population the deciles are of.</summary>
    public required string Scope { get; init; }

    /// <summary>What stood for the scope: in a demonstration the loaded families only.</summary>
    public required string Coverage { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>True for the demonstration model: never the statistics office's own.</summary>
    public required bool Demonstration { get; init; }

    /// <summary>Families are rounded to multiples of it.</summary>
    public required int FamiliesRoundedTo { get; init; }

    /// <summary>Persons are rounded to multiples of it.</summary>
    public required int PersonsRoundedTo { get; init; }

    /// <summary>Dimensions in the order of the codes below.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>nation, province, regency, district or village.</summary>
    public required string Level { get; init; }

    public required IReadOnlyList<RegionFiguresView> Regions { get; init; }
}

/// <summary>Figures of one region.</summary>
public sealed record RegionFiguresView
{
    /// <summary>Kemendagri code; ID for the nation.</summary>
    public required string Region { get; init; }

    public required string Name { get; init; }

    /// <summary>All ranked families of the region.</summary>
    public required FigureView Total { get; init; }

    /// <summary>For each dimension the share of ranked families without an answer.</summary>
    public required IReadOnlyList<UnansweredView> Unanswered { get; init; }

    /// <summary>One for every code of the dimension, or every pair of codes.</summary>
    public required IReadOnlyList<FigureView> Figures { get; init; }
}

/// <summary>One figure.</summary>
public sealed record FigureView
{
    /// <summary>Its code in every dimension; unanswered for no answer.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Ranked families, rounded; null when hidden.</summary>
    public long? Families { get; init; }

    /// <summary>Their members who are present, rounded; null when hidden.</summary>
    public long? Persons { get; init; }

    /// <summary>Mean likelihood, in percent, of these persons to live under the national poverty line; null when hidden, and by a model that gives none.</summary>
    public double? PovertyRate { get; init; }

    /// <summary>Families ranked, in percent of the families held with the same answers; null when hidden.</summary>
    public double? Coverage { get; init; }

    /// <summary>Fewer than five families, or held back so that no such figure can be worked out.</summary>
    public required bool Hidden { get; init; }
}

/// <summary>Missing answers to one dimension.</summary>
/// <param name="Percent">Of the ranked families; null where they are too few to be told.</param>
public sealed record UnansweredView(string Dimension, double? Percent);

/// <summary>What families can be counted by.</summary>
public sealed record DimensionView(string Name, string En, string Id, IReadOnlyList<DimensionCodeView> Codes);

/// <summary>A code of a dimension with its labels.</summary>
public sealed record DimensionCodeView(string Code, string En, string Id);
