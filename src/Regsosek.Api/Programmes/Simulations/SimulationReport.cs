using Regsosek.Api.Rules;

namespace Regsosek.Api.Programmes.Simulations;

/// <summary>What a draft would do, beside the version in force: over the families of who asked, as they stand on a day.</summary>
public sealed record SimulationReport
{
    /// <summary>family or person: who is counted.</summary>
    public required string Unit { get; init; }

    /// <summary>1, or 10 where a clause stands on what the author may not see: then counts are given to the nearest ten and shares in whole percents, so that a rule can't
    /// single anybody out.</summary>
    public required int RoundedTo { get; init; }

    /// <summary>Hash of the version in force that it is compared with; null where there is none.</summary>
    public string? Against { get; init; }

    /// <summary>Families that were looked at.</summary>
    public required long Families { get; init; }

    public required StandingMoves Whole { get; init; }

    /// <summary>By regency or city.</summary>
    public required IReadOnlyList<MovesIn> Regions { get; init; }

    /// <summary>By decile, welfare class, sex of the family head, and disability in the family.</summary>
    public required IReadOnlyList<MovesIn> Groups { get; init; }

    /// <summary>What all who are entitled would be given, before and after.</summary>
    public required IReadOnlyList<CostView> Cost { get; init; }

    /// <summary>Figures of the draft by the names quota and budget; null where it has none.</summary>
    public LimitView? Quota { get; init; }
    public LimitView? Budget { get; init; }

    /// <summary>Beside who really receives; null where nobody delivered that.</summary>
    public ReceivingView? Receiving { get; init; }

    /// <summary>Beside what village forums said; null where no run after a forum is published.</summary>
    public ForumView? Forum { get; init; }

    /// <summary>Programmes that the draft's own excludes, and how many would be entitled to both.</summary>
    public required IReadOnlyList<ConflictView> Conflicts { get; init; }
}

/// <summary>Families or persons by what they are before and after. Unknown is neither: nobody loses aid by it.</summary>
public sealed record StandingMoves(long Before, long After, long Stay, long In, long Out, long UnknownBefore, long UnknownAfter);

/// <param name="By">regency, decile, class, sexOfHead or disability.</param>
/// <param name="Code">Kemendagri code, or code of the dimension; unanswered where it is not known.</param>
public sealed record MovesIn(string By, string Code, StandingMoves Moves);

/// <param name="Unit">IDR or kg.</param>
/// <param name="Per">month, quarter, year or once.</param>
/// <param name="Verified">False when no published source was found for an amount in it.</param>
public sealed record CostView(string Unit, string Per, decimal Before, decimal After, bool Verified);

/// <summary>A limit beside what the draft comes to.</summary>
/// <param name="Over">How much it is exceeded by; negative for what is left.</param>
public sealed record LimitView(double Value, string Unit, bool Verified, double Reached, double Over);

/// <summary>Who really receives, by the latest period delivered.</summary>
/// <param name="EntitledNot">Entitled by the draft and not receiving.</param>
/// <param name="Leaving">Receiving, and by the draft not entitled: who is to be told, with the reason, before anything happens.</param>
/// <param name="Unknown">Receiving, and by the draft undecided.</param>
public sealed record ReceivingView(string Period, long Receiving, long Entitled, long EntitledNot, long Leaving, long Unknown);

/// <summary>Errors measured by what village forums said: a family is in need when the forum's run puts it into one of the classes named.</summary>
/// <param name="Run">The run after the forum.</param>
/// <param name="Exclusion">Share of families in need that are not entitled.</param>
/// <param name="Inclusion">Share of entitled families that are not in need.</param>
public sealed record ForumView(Guid Run, string Stage, IReadOnlyList<string> InNeed, long Families, BeforeAndAfter Exclusion, BeforeAndAfter Inclusion);

/// <summary>The version in force, and the draft.</summary>
public sealed record BeforeAndAfter(ErrorView Before, ErrorView After);

/// <summary>A share with the bounds of 95 of 100 samples of villages drawn anew; null where there is nothing to share.</summary>
public sealed record ErrorView(double? Share = null, double? Low = null, double? High = null);

/// <param name="Says">What the decree says of the two.</param>
public sealed record ConflictView(string Programme, Label Says, bool Verified, long Both);
