namespace Regsosek.Api.Targeting;

/// <summary>Who is entitled to a programme beside who received it in a period (ketepatan sasaran). Figures that would tell of fewer than five are hidden, with others beside
/// them, and the rest is rounded: parts need not add up to their total. The owner of the programme has them as they are.</summary>
public sealed record TargetingView
{
    /// <summary>Assessment the figures are of: the same as long as it is in force.</summary>
    public required Guid Assessment { get; init; }

    public required string Programme { get; init; }

    /// <summary>family or person: whom the rule is about.</summary>
    public required string Unit { get; init; }

    /// <summary>Version of the programme's document.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of that version.</summary>
    public required string Hash { get; init; }

    public required string Decree { get; init; }

    /// <summary>Month or quarter: 2026-01, 2026-Q1.</summary>
    public required string Period { get; init; }

    /// <summary>Every period that is assessed, the latest first.</summary>
    public required IReadOnlyList<string> Periods { get; init; }

    /// <summary>Day on which ages were taken; facts are those of the assessment.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Run whose ranks the rule read; left out before the first.</summary>
    public Guid? Run { get; init; }

    /// <summary>Deliveries that had told of the period.</summary>
    public required int Deliveries { get; init; }

    /// <summary>When the last of them ended.</summary>
    public DateTime? DeliveredAt { get; init; }

    public required DateTime AssessedAt { get; init; }

    /// <summary>Nothing is hidden or rounded: for the owner of the programme.</summary>
    public required bool Exact { get; init; }

    /// <summary>Families are rounded to multiples of it; 1 for none.</summary>
    public required int FamiliesRoundedTo { get; init; }

    /// <summary>Persons are rounded to multiples of it; 1 for none.</summary>
    public required int PersonsRoundedTo { get; init; }

    /// <summary>Dimension of the figures below; left out for none.</summary>
    public string? By { get; init; }

    /// <summary>nation, province, regency, district or village.</summary>
    public required string Level { get; init; }

    public required IReadOnlyList<RegionTargetingView> Regions { get; init; }

    /// <summary>The outcomes of the asked region in every period that is assessed, the earliest first.</summary>
    public required IReadOnlyList<PeriodTargetingView> Trend { get; init; }
}

/// <summary>Figures of one region.</summary>
public sealed record RegionTargetingView
{
    /// <summary>Kemendagri code; ID for the nation.</summary>
    public required string Region { get; init; }

    public required string Name { get; init; }

    /// <summary>Everybody who was assessed.</summary>
    public required TargetingFigureView Total { get; init; }

    /// <summary>Each of the six outcomes.</summary>
    public required IReadOnlyList<TargetingFigureView> Outcomes { get; init; }

    /// <summary>Entitled and not receiving, in whole percent of the entitled; null where one of both is hidden.</summary>
    public double? ExclusionRate { get; init; }

    /// <summary>Receiving and not entitled, in whole percent of those who receive and of whom it is known; null where one of both is hidden.</summary>
    public double? InclusionRate { get; init; }

    /// <summary>Families who receive, those with any exclusion flag, and with each; a flag tells of those of whom it is known.</summary>
    public required IReadOnlyList<FlagFigureView> Flags { get; init; }

    /// <summary>For each other programme that was delivered of the same time the families who receive both.</summary>
    public required IReadOnlyList<OverlapView> Overlaps { get; init; }

    /// <summary>Of the families whom the programme misses and whose case waits: those who receive no other programme either, by how many programmes miss them; of the latest period
    /// alone.</summary>
    public required IReadOnlyList<MissedView> Missed { get; init; }

    /// <summary>For every code of the dimension each outcome.</summary>
    public required IReadOnlyList<TargetingFigureView> Figures { get; init; }
}

/// <summary>One figure.</summary>
public sealed record TargetingFigureView
{
    /// <summary>entitled-receiving, entitled-not-receiving (exclusion error), not-entitled-receiving (inclusion error), not-entitled-not-receiving, unknown-receiving,
    /// unknown-not-receiving; all.</summary>
    public required string Outcome { get; init; }

    /// <summary>Code of the dimension; unanswered for no answer or rank.</summary>
    public string? Code { get; init; }

    /// <summary>Families; of a programme for persons those with such a person, so that they add up to nothing. Null when hidden.</summary>
    public long? Families { get; init; }

    /// <summary>Of a programme of families their members who are present; null when hidden.</summary>
    public long? Persons { get; init; }

    /// <summary>Of an error the families whose case a person has answered; null when hidden, and below the district.</summary>
    public long? ActedOn { get; init; }

    /// <summary>Of an error the families whose case nobody has answered; null when hidden, and below the district.</summary>
    public long? Outstanding { get; init; }

    /// <summary>Fewer than five, or held back so that no such figure can be worked out.</summary>
    public required bool Hidden { get; init; }
}

/// <summary>Families who receive, with a flag.</summary>
/// <param name="Flag">receiving: all of them; any: with some flag; else the code of the flag.</param>
/// <param name="Families">Null when hidden.</param>
/// <param name="Hidden">Fewer than five, or held back so that no such figure can be worked out.</param>
public sealed record FlagFigureView(string Flag, long? Families, bool Hidden);

/// <summary>Families who receive another programme as well.</summary>
/// <param name="Programme">The other programme.</param>
/// <param name="Conflict">A decree excludes one for those who receive the other.</param>
/// <param name="Families">Null when hidden.</param>
/// <param name="Hidden">Fewer than five, or held back so that no such figure can be worked out.</param>
public sealed record OverlapView(string Programme, bool Conflict, long? Families, bool Hidden);

/// <summary>Families who are missed.</summary>
/// <param name="Programmes">By how many programmes, this one among them; 5 is five and more. 0: they receive another one.</param>
/// <param name="Families">Null when hidden.</param>
/// <param name="Hidden">Fewer than five, or held back so that no such figure can be worked out.</param>
public sealed record MissedView(int Programmes, long? Families, bool Hidden);

/// <summary>The outcomes of one period.</summary>
public sealed record PeriodTargetingView(string Period, IReadOnlyList<TargetingFigureView> Outcomes, double? ExclusionRate, double? InclusionRate);

/// <summary>An exclusion flag (penanda eksklusi): a reason to look, never a decision.</summary>
/// <param name="Source">Where the sign was read, and what it stands for.</param>
/// <param name="Says">The whole rule in words, one line a clause.</param>
public sealed record FlagView(string Code, Rules.Label Name, string Source, IReadOnlyList<Programmes.Parameter> Parameters, Rules.Label Says);
