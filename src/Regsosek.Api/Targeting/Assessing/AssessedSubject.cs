namespace Regsosek.Api.Targeting.Assessing;

/// <summary>A family, or of a programme for persons one person, as an assessment sees it.</summary>
internal sealed record AssessedSubject
{
    public long HouseholdKey { get; init; }

    /// <summary>0 for a programme of families.</summary>
    public long PersonKey { get; init; }

    public required string Village { get; init; }

    /// <summary>Members present; 1 where the subject is a person.</summary>
    public int Persons { get; init; }

    /// <summary>1 entitled, 2 not entitled, 3 not known.</summary>
    public int Standing { get; init; }

    public bool Receives { get; init; }

    /// <summary>A person has answered the case of this error.</summary>
    public bool Acted { get; init; }

    public int? Class { get; init; }
    public int? Decile { get; init; }
    public int? SexOfHead { get; init; }

    /// <summary>The worst answer of a member, as the dimension reads it.</summary>
    public int? Disability { get; init; }
}
