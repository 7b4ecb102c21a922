namespace Regsosek.Data.Classification;

/// <summary>What one run made of the answers of one family: what orders it, and what its rank is explained by. Written once.</summary>
public sealed class FamilyScore
{
    public long RunKey { get; set; }
    public long HouseholdKey { get; set; }

    /// <summary>Village at the instant of the run.</summary>
    public required string VillageCode { get; set; }

    /// <summary>Members present; with none the family has no rank.</summary>
    public short Persons { get; set; }

    /// <summary>The criteria of the model packed into one number: lower is poorer.</summary>
    public int Criterion { get; set; }

    /// <summary>Persons under 15 or of 65 and over for each one between: of two alike, more dependants come first.</summary>
    public double DependencyRatio { get; set; }

    /// <summary>The family's number in the recorded lottery, 16 bytes.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>Points on the national poverty line; null by a model that gives none.</summary>
    public short? Score { get; set; }

    /// <summary>Likelihood in percent that the family is under the national poverty line; null by a model that gives none.</summary>
    public double? Likelihood { get; set; }

    /// <summary>Predicted expenditure in rupiah a person a month; null by a scorecard.</summary>
    public long? Expenditure { get; set; }

    /// <summary>Inputs the model lacked, as flags in the order of its inputs.</summary>
    public long Missing { get; set; }

    /// <summary>Assumptions taken for this family beyond those of the model, as flags in the order of its document.</summary>
    public long Assumed { get; set; }

    /// <summary>The first 16 bytes of SHA-256 over what the model read of the family.</summary>
    public required byte[] Inputs { get; set; }

    /// <summary>Answers of the family that statistics count it by, packed in the order of the dimensions; no rank hangs on them.</summary>
    public long Counted { get; set; }

    /// <summary>The highest answers of the members present, packed alike.</summary>
    public long CountedOfMembers { get; set; }
}
