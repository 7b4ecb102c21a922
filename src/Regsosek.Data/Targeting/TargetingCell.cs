namespace Regsosek.Data.Targeting;

/// <summary>One cell of an assessment: those of a region with one outcome, and one code of one dimension. It holds true counts; those of few, and their
/// company, are marked hidden and leave the hub to the owner of the programme alone.</summary>
public sealed class TargetingCell
{
    /// <summary>All outcomes together.</summary>
    public const short AllOutcomes = 0;

    /// <summary>Dimension of the exclusion flags: its codes are their places from 1, 0 for families with any; over those who receive.</summary>
    public const string Flags = "flag";

    /// <summary>Of the dimension of flags: all families who receive.</summary>
    public const short Receiving = -1;

    /// <summary>Begins the dimension of another programme: families who receive both, over those who receive.</summary>
    public const string With = "with:";

    /// <summary>Dimension of those who are missed: by how many programmes (its codes, from 1), of families who receive nothing at all; 0 receives something.</summary>
    public const string Missed = "missed";

    public long AssessmentKey { get; set; }

    /// <summary>Name of the dimension; empty for none.</summary>
    public required string Dimension { get; set; }

    /// <summary>Kemendagri code; ID for the nation.</summary>
    public required string Region { get; set; }

    /// <summary>0 nation, 1 province to 4 village.</summary>
    public short Level { get; set; }

    public short Code { get; set; }

    /// <summary><see cref="TargetingOutcome"/>, or <see cref="AllOutcomes"/>.</summary>
    public short Outcome { get; set; }

    /// <summary>Families; of a programme for persons those with such a person.</summary>
    public long Families { get; set; }

    public long Persons { get; set; }
    public bool Hidden { get; set; }
}

/// <summary>Entitled or not, beside receiving or not.</summary>
public enum TargetingOutcome : short
{
    /// <summary>Entitled and receiving.</summary>
    EntitledReceiving = 1,

    /// <summary>Entitled and not receiving: the exclusion error (salah eksklusi).</summary>
    EntitledNotReceiving = 2,

    /// <summary>Not entitled and receiving: the inclusion error (salah inklusi).</summary>
    NotEntitledReceiving = 3,

    /// <summary>Neither.</summary>
    NotEntitledNotReceiving = 4,

    /// <summary>Receiving; whether entitled is not known.</summary>
    UnknownReceiving = 5,

    /// <summary>Not receiving; whether entitled is not known.</summary>
    UnknownNotReceiving = 6,
}
