using Regsosek.Api.Rules;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes;

/// <summary>What the rule of a programme says of a family or person. It informs a decision; it is none.</summary>
public enum Standing
{
    /// <summary>Every clause that matters is known to hold.</summary>
    ELIGIBLE,

    /// <summary>The rule is known not to hold.</summary>
    NOT_ELIGIBLE,

    /// <summary>A fact is missing, too old, or held by another register.</summary>
    UNKNOWN,
}

/// <summary>A verdict with its reasons and the version it used.</summary>
public sealed record Verdict
{
    public required string Programme { get; init; }
    public required int Version { get; init; }
    public required string Hash { get; init; }
    public required DateOnly DecidedOn { get; init; }
    public required Standing Standing { get; init; }

    /// <summary>The rule clause by clause.</summary>
    public required IReadOnlyList<Clause> Reasons { get; init; }

    /// <summary>Facts that would decide; empty unless the standing is UNKNOWN.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>What it would bring; null when not eligible.</summary>
    public Entitlement? Benefit { get; init; }
}

public static class Eligibility
{
    /// <summary>A family's standing, or with <paramref name="person"/> that of one of its members.</summary>
    public static Verdict Decide(ProgrammeVersion version, Household family, Person? person, DateOnly on)
    {
        var trace = version.Rule.Explain(family, person, on);
        var standing = Of(trace.Outcome);
        return new()
        {
            Programme = version.Programme,
            Version = version.Version,
            Hash = version.Hash,
            DecidedOn = on,
            Standing = standing,
            Reasons = trace.Clauses,
            Missing = trace.Missing,
            Benefit = standing == Standing.NOT_ELIGIBLE ? null : Entitlement.Of(version.Benefit, family, person, on),
        };
    }

    public static Standing Of(Kleene outcome) => outcome switch
    {
        Kleene.True => Standing.ELIGIBLE,
        Kleene.False => Standing.NOT_ELIGIBLE,
        _ => Standing.UNKNOWN,
    };
}
