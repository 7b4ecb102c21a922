using Regsosek.Api.Http;
using Regsosek.Api.Rules;
using Regsosek.Data;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>What a draft must be to become the next version.</summary>
internal static class Drafts
{
    /// <summary>Null when it may: it has the next number, and comes into force on a later day than today and than every version before.</summary>
    public static Problem? Fault(Programme programme, ProgrammeVersion version, Caller caller, DateOnly today)
    {
        if (programme.Versions.Any(v => v.Version >= version.Version)) return Problems.ProgrammePublished;
        if (version.ValidFrom <= today) return Problems.Invalid("validFrom", $"later than today ({today:yyyy-MM-dd}): what was in force stays.");
        if (programme.Versions.Any(v => v.ValidFrom >= version.ValidFrom)) return Problems.Invalid("validFrom", "later than that of every version before.");
        return Hidden(programme.InForce(today), version, caller) is { } hidden ? Problems.NotGranted(hidden.Name) : null;
    }

    /// <summary>A fact that the author may not see, in a clause that the version in force has not in the same place: how many families a rule finds would tell of it.</summary>
    private static Fact? Hidden(ProgrammeVersion? inForce, ProgrammeVersion version, Caller caller) =>
        Hidden(inForce?.Rule.Clauses ?? [], version.Rule.Clauses, caller) ?? Hidden(Components(inForce), Components(version), caller);

    private static Fact? Hidden(IReadOnlyList<Rule> known, IReadOnlyList<Rule> written, Caller caller) => written
        .Where(clause => !known.Any(clause.Says)).SelectMany(clause => clause.Facts()).FirstOrDefault(f => !caller.Sees(f.Needed()));

    private static List<Rule> Components(ProgrammeVersion? version) => [.. (version?.Benefit.Components ?? []).Select(c => c.Rule.Root)];
}
