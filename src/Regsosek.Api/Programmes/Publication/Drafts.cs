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

    /// <summary>A fact that the author may not see, in a clause that no version in force has: how many families a rule finds would tell of it. A clause in force
    /// tells its author nothing new.</summary>
    private static Fact? Hidden(ProgrammeVersion? inForce, ProgrammeVersion version, Caller caller)
    {
        List<Rule> known = inForce is null ? [] : [.. Clauses(inForce)];
        return Clauses(version).Where(clause => !known.Exists(clause.Says)).SelectMany(clause => clause.Facts()).FirstOrDefault(f => !caller.Sees(f.Needed()));
    }

    /// <summary>What must hold together, and each component.</summary>
    private static IEnumerable<Rule> Clauses(ProgrammeVersion version) =>
        version.Benefit.Components.Select(c => c.Rule.Root).Concat(version.Rule.Root is All all ? all.Of : [version.Rule.Root]);
}
