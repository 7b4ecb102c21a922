namespace Regsosek.Data.Statistics;

/// <summary>One cell of the summary tables (tabel ringkasan) of a run: the ranked families of a region that gave the same answers to none, one or two
/// dimensions. It holds true counts; what leaves the hub is rounded. What is hidden is not here at all: too small, or company of what is.</summary>
public sealed class SummaryCell
{
    /// <summary>The code of families without an answer.</summary>
    public const short Unanswered = -1;

    public long RunKey { get; set; }

    /// <summary>Names of the dimensions by comma, in the order in which they are declared; empty for all families together.</summary>
    public required string Cube { get; set; }

    /// <summary>Kemendagri code; ID for the nation.</summary>
    public required string Region { get; set; }

    /// <summary>0 nation, 1 province to 4 village.</summary>
    public short Level { get; set; }

    /// <summary>Code of the first dimension, <see cref="Unanswered"/> for none; 0 where the cube has no dimension.</summary>
    public short First { get; set; }

    /// <summary>Code of the second dimension; 0 where the cube has no second.</summary>
    public short Second { get; set; }

    /// <summary>Families that the run ranked.</summary>
    public long Families { get; set; }

    /// <summary>Their members who are present.</summary>
    public long Persons { get; set; }

    /// <summary>Families held, ranked or not; where the cube has a dimension of the ranking, those that were ranked.</summary>
    public long Held { get; set; }

    /// <summary>Likelihood of each family, in millionths of a percent, times its persons, added up; null by a model that gives none.</summary>
    public long? Likelihood { get; set; }
}
