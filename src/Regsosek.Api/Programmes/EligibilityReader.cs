using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Classification;
using Regsosek.Api.Http;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Programmes;

/// <summary>Eligibility of families and persons in scope. Rules read all facts; what the caller sees of them is what his agreement grants.</summary>
public sealed class EligibilityReader(
    Registry registry, FamilyReader families, Caller caller, ProgrammeCatalogue programmes, RunReader runs, Identities identities,
    Disclosure disclosure, Seal seal, Households.MissGuard misses)
{
    private const int Chunk = 500;

    /// <summary>The version in force of a programme the agreement names.</summary>
    public (Programme Programme, ProgrammeVersion Version) InForce(string code)
    {
        if (programmes.Find(code) is not { } programme || programme.InForce(registry.Today) is not { } version)
            throw new ProblemException(Problems.NotFound);
        return caller.Programmes.Contains(programme.Code) ? (programme, version) : throw new ProblemException(Problems.ProgrammeNotGranted);
    }

    /// <summary>One family; null when there is none for the caller.</summary>
    public async Task<EligibilityView?> Of(string code, Guid household, CancellationToken stop)
    {
        var (programme, version) = InForce(code);
        if (await families.Get(identities.Read(household), version.AsksRegisters, stop) is not { } family)
        {
            await disclosure.Record([], FieldGroups.None, stop);
            return null;
        }

        await disclosure.Record([(family.Key, family.MemberCount)], version.Rule.Groups, stop);
        return await View(programme, version, family, stop);
    }

    /// <summary>Verdicts for NIKs in their order, without reasons. Every number asked is charged, found or not.</summary>
    public async Task<IReadOnlyList<BatchVerdict>> OfNiks(string code, IReadOnlyList<string> niks, CancellationToken stop)
    {
        var (programme, version) = InForce(code);
        var sought = new Sought(niks, seal);
        var hashes = sought.Asked.Select(Convert.ToHexString).ToList();
        var verdicts = new Dictionary<string, BatchVerdict>();
        var subjects = hashes.Distinct().ToDictionary(h => Seal.Subject(Convert.FromHexString(h)), _ => 1);
        foreach (var chunk in sought.All.Chunk(Chunk))
        {
            var found = await registry.Persons.AsNoTracking().Where(p => p.NikHash != null && chunk.Contains(p.NikHash))
                .OrderBy(p => p.Key).Select(p => new { p.Key, p.HouseholdKey, p.NikHash }).ToListAsync(stop);
            var whole = await families.ByKeys([.. found.Select(p => p.HouseholdKey).Distinct()], version.AsksRegisters, stop);
            foreach (var person in found)
            {
                // Who went between the two reads was not found.
                if (whole.GetValueOrDefault(person.HouseholdKey)?.Members.FirstOrDefault(m => m.Key == person.Key) is not { } member) continue;
                subjects.TryAdd(person.HouseholdKey, 0);
                verdicts.TryAdd(Convert.ToHexString(sought.Of(person.NikHash!)), Short(programme, version, member));
            }
        }

        await disclosure.Record(subjects, subjects.Keys.Count(k => k > 0), version.Rule.Groups, stop);
        await misses.Count(caller, hashes.Distinct().Count(), hashes.Distinct().Count(h => !verdicts.ContainsKey(h)), stop);
        return hashes.ConvertAll(h => verdicts.GetValueOrDefault(h) ?? BatchVerdict.NotFound);
    }

    public async Task<EligibilityView> View(Programme programme, ProgrammeVersion version, Household family, CancellationToken stop)
    {
        var today = registry.Today;
        var run = family.Rank.Decile is null ? null : await runs.View(family.Rank.RunKey, stop);
        var ranked = run?.Date;
        var persons = programme.Unit == Unit.Person
            ? family.Members.Where(p => p.IsPresent).OrderBy(p => p.Key)
                .Select(p => PersonView(p, Eligibility.Decide(version, family, p, today), version, ranked)).ToList()
            : null;
        var own = persons is null ? Eligibility.Decide(version, family, null, today) : null;
        return new EligibilityView
        {
            Programme = programme.Code,
            Version = version.Version,
            Hash = version.Hash,
            Decree = version.Decree,
            HouseholdId = identities.Show(family.Id),
            Verdict = own?.Standing ?? Best(persons!.Select(p => p.Verdict)),
            Reasons = own is null ? [] : Shown(own, ranked),
            Missing = own is not null ? Missing(own.Reasons) : [.. persons!.SelectMany(p => p.Missing).Distinct()],
            Benefit = own is null ? null : Shown(own.Benefit, version),
            SmallestChange = own is null ? null : SmallestChangeView.Of(version, family, null, today, caller, identities),
            Related = programme.Related,
            Persons = persons,
            DecidedOn = today,
            Indicative = run?.Stage != "final",
            Classification = caller.Sees(FieldGroups.Classification) ? run : null,
        };
    }

    private PersonEligibilityView PersonView(Person person, Verdict verdict, ProgrammeVersion version, DateOnly? ranked) =>
        new(identities.Show(person.Id), verdict.Standing, Shown(verdict, ranked), Missing(verdict.Reasons), Shown(verdict.Benefit, version),
            SmallestChangeView.Of(version, person.Household, person, registry.Today, caller, identities));

    private BatchVerdict Short(Programme programme, ProgrammeVersion version, Person person)
    {
        var outcome = version.Rule.Decide(person.Household, programme.Unit == Unit.Person ? person : null, registry.Today);
        return new(true, Eligibility.Of(outcome), identities.Found(person.Household.Id), identities.Found(person.Id));
    }

    /// <summary>What is missing for a verdict, of the clauses the caller sees: which part of a hidden clause lacks a fact would tell of its other
    /// parts. That something is hidden is said alike, whatever it lacks.</summary>
    public IReadOnlyList<string> Missing(IReadOnlyList<Clause> clauses)
    {
        if (clauses[0].Outcome != Kleene.Unknown) return [];
        var hidden = clauses.Where(c => !caller.Sees(c.Groups)).Select(c => c.Id).ToHashSet();
        var highest = clauses.Where(c => !hidden.Contains(c.Id) && (c.Within is null || hidden.Contains(c.Within)));
        return [.. highest.SelectMany(c => c.Missing).Concat(hidden.Count > 0 ? [Reasons.Denied] : []).Distinct()];
    }

    private List<ReasonView> Shown(Verdict verdict, DateOnly? ranked) => [.. verdict.Reasons.Select(c => ReasonView.Of(c, caller, ranked))];

    /// <summary>A component tells what is true of a person: it is shown to those who may see what its own rule stands on. That the limits pay it
    /// tells of the others, so it needs them all.</summary>
    private Entitlement? Shown(Entitlement? benefit, ProgrammeVersion version)
    {
        if (benefit is null) return null;
        var seen = version.Benefit.Components.Where(c => caller.Sees(c.Rule.Groups)).Select(c => c.Code).ToHashSet();
        return benefit with
        {
            Components = [.. benefit.Components.Where(c => seen.Contains(c.Code)).Select(c =>
                c with { Person = identities.Show(c.Person), Paid = seen.Count == version.Benefit.Components.Count ? c.Paid : null })],
            Undecided = [.. benefit.Undecided.Where(seen.Contains)],
        };
    }

    private static Standing Best(IEnumerable<Standing> verdicts)
    {
        var all = verdicts.ToHashSet();
        return all.Count == 0 ? Standing.UNKNOWN
            : all.Contains(Standing.ELIGIBLE) ? Standing.ELIGIBLE
            : all.Contains(Standing.UNKNOWN) ? Standing.UNKNOWN
            : Standing.NOT_ELIGIBLE;
    }
}

/// <summary>One answer of a batch: found and the verdict, or not found for the caller.</summary>
public sealed record BatchVerdict(bool Found, Standing? Verdict = null, Guid? HouseholdId = null, Guid? PersonId = null)
{
    public static readonly BatchVerdict NotFound = new(false);
}
