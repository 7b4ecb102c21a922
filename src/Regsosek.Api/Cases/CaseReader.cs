using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Api.Regions;
using Regsosek.Data;
using Regsosek.Data.Cases;

namespace Regsosek.Api.Cases;

/// <summary>What is asked of the list of cases; null is any.</summary>
public sealed record CaseQuery(CaseKind? Kind, CaseState? State, string? Programme, string? Region, string? Owner, bool? Overdue, int Limit, string? Cursor)
{
    internal string Bound => $"kind={Kind};state={State};programme={Programme};region={Region};owner={Owner};overdue={Overdue}";
}

/// <summary>Cases of families in the caller's regions and limit, of programmes whose cases he may see. A case that is not there for him is as absent.</summary>
public sealed class CaseReader(Registry registry, Caller caller, CaseRights rights, Identities identities, Disclosure disclosure, Cursors cursors, KnownRegions regions)
{
    public async Task<Page<CaseView>> Page(CaseQuery query, CancellationToken stop)
    {
        if (query.Region is { } asked) await regions.Check(asked, "region", stop);
        string[] programmes = query.Programme is { } one ? [rights.MustSee(one)] : rights.Seen;
        var after = query.Cursor is { } cursor ? cursors.Open(cursor, caller, query.Bound).Key : 0;
        var found = await Of(Filtered(query).Where(c => c.Key > after && programmes.Contains(c.Programme)), query.Region)
            .OrderBy(f => f.Case.Key).Take(query.Limit + 1).ToListAsync(stop);
        var page = found.Take(query.Limit).ToList();
        await disclosure.Record(page.Select(f => (f.Case.HouseholdKey, (int)f.Members)), rights.GroupsOf(page.Select(f => f.Case.Programme).Distinct()), stop);
        return new(page.ConvertAll(View), found.Count > query.Limit ? cursors.Seal(new(page[^1].Case.Key, null), caller, query.Bound) : null, null, null);
    }

    /// <summary>Null when there is no such case for the caller.</summary>
    public async Task<CaseView?> Get(Guid id, CancellationToken stop)
    {
        if (await Find(id, false, stop) is not { } found) return null;
        var steps = await registry.CaseSteps.AsNoTracking().Where(s => s.CaseKey == found.Case.Key).OrderBy(s => s.Key)
            .Select(s => new CaseStepView(s.At, s.Did, s.Says, s.Note, s.By)).ToListAsync(stop);
        return View(found) with { Steps = steps };
    }

    /// <summary>To be changed, or null; either way on record.</summary>
    internal Task<FoundCase?> Find(Guid id, CancellationToken stop) => Find(id, true, stop);

    internal CaseView View(FoundCase found) => CaseView.Of(found.Case, registry.Today) with
    {
        Id = identities.Show(found.Case.Id),
        HouseholdId = identities.Show(found.Household),
        PersonId = found.Person is { } person ? identities.Show(person) : null,
        Region = found.Region,
        Ground = found.Case.Ground is { } ground && caller.Sees(FieldGroups.Health) ? CaseWords.Of(ground) : null,
    };

    private async Task<FoundCase?> Find(Guid id, bool tracked, CancellationToken stop)
    {
        var (real, programmes) = (identities.Read(id), rights.Seen);
        var cases = registry.Cases.Where(c => c.Id == real && programmes.Contains(c.Programme));
        var found = await Of(tracked ? cases : cases.AsNoTracking(), null).FirstOrDefaultAsync(stop);
        await disclosure.Record(found is null ? [] : [(found.Case.HouseholdKey, found.Members)], found is null ? FieldGroups.None : rights.GroupsOf([found.Case.Programme]), stop);
        return found;
    }

    private IQueryable<TargetingCase> Filtered(CaseQuery query)
    {
        var (cases, today) = (registry.Cases.AsNoTracking(), registry.Today);
        if (query.Kind is { } kind) cases = cases.Where(c => c.Kind == kind);
        if (query.State is { } state) cases = cases.Where(c => c.State == state);
        if (query.Owner is { } owner) cases = cases.Where(c => c.Owner == owner);
        if (query.Overdue is { } overdue) cases = cases.Where(c => (c.State == CaseState.Open && c.DueOn < today) == overdue);
        return cases;
    }

    private IQueryable<FoundCase> Of(IQueryable<TargetingCase> cases, string? region) => cases
        .Join(registry.Households.In(region, h => h), c => c.HouseholdKey, h => h.Key, (c, h) => new FoundCase
        {
            Case = c,
            Household = h.Id,
            Members = h.MemberCount,
            Region = h.VillageCode,
            Person = registry.Persons.Where(p => p.Key == c.PersonKey && p.HouseholdKey == h.Key).Select(p => (Guid?)p.Id).FirstOrDefault(),
        });
}

/// <summary>A case with what is told beside it.</summary>
internal sealed record FoundCase
{
    public required TargetingCase Case { get; init; }
    public Guid Household { get; init; }
    public short Members { get; init; }
    public required string Region { get; init; }
    public Guid? Person { get; init; }
}
