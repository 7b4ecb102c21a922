using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes.Simulations;

/// <summary>A draft beside the version in force, and beside the programmes that it excludes, on one day.</summary>
internal sealed record Comparison(
    Programme Programme, ProgrammeVersion? Before, ProgrammeVersion After, IReadOnlyList<Excluded> Excluded, MoveGroups Groups, Caller Caller, DateOnly On)
{
    private static readonly Person?[] TheFamily = [null];

    public bool AsksRegisters => Versions.Any(v => v.AsksRegisters);

    public NamedColumns Columns => Versions.Aggregate(
        new NamedColumns().OfFamily(h => h.Key).OfFamily(h => h.VillageCode).OfFamily(h => h.RegencyCode).OfFamily(h => h.Rank.Decile).OfFamily(h => h.Rank.WelfareClass)
            .OfMember(p => p.Key).OfMember(p => p.Id).OfMember(p => p.HouseholdKey).OfMember(p => p.Presence).With(Groups),
        (columns, version) => columns.With(version, On));

    /// <summary>Every clause stands on what the author may see.</summary>
    public bool IsSeen => Versions.All(v => v.Benefit.Components.Select(c => c.Rule).Append(v.Rule).SelectMany(r => r.Root.Facts()).All(f => Caller.Sees(f.Needed())));

    private IEnumerable<ProgrammeVersion> Versions => [.. Excluded.Select(x => x.Version), After, .. Before is null ? [] : new[] { Before }];

    public static Comparison Of(Programme programme, ProgrammeVersion draft, ProgrammeCatalogue programmes, MoveGroups groups, Caller caller, DateOnly on) => new(
        programme, programme.InForce(on), draft,
        [.. programme.Related.Where(r => r.Kind == "excludes").Select(r => (Related: r, Other: programmes.Find(r.Programme)!))
            .Where(r => r.Other.InForce(on) is { } other && caller.Sees(other.Rule.Groups))
            .Select(r => new Excluded(r.Related, r.Other.InForce(on)!, r.Other.Unit))], groups, caller, on);

    /// <summary>The family, or each of its present members.</summary>
    public IEnumerable<Person?> Subjects(Household family)
    {
        if (Programme.Unit == Unit.Family) return TheFamily;
        return family.Members.Where(m => m.IsPresent);
    }

    public Kleene Was(Household family, Person? person) => Before?.Rule.Decide(family, person, On) ?? Kleene.False;

    public Kleene Will(Household family, Person? person) => After.Rule.Decide(family, person, On);

    /// <summary>A family is entitled to what one of its members is.</summary>
    public bool IsEntitledTo(Excluded other, Household family, Person? person) => other.Unit == Unit.Family
        ? other.Version.Rule.Decide(family, null, On) == Kleene.True
        : (person is null ? family.Members.Where(m => m.IsPresent) : [person]).Any(p => other.Version.Rule.Decide(family, p, On) == Kleene.True);
}

/// <summary>A programme that the draft's own excludes, as it is in force.</summary>
internal sealed record Excluded(RelatedProgramme Related, ProgrammeVersion Version, Unit Unit);
