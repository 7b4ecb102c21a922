using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Http;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Cases;
using Regsosek.Data.Participation;

namespace Regsosek.Api.Cases;

/// <summary>A programme that was lost is asked back (reaktivasi): for a family, or of a programme for persons for one person. Its clock is two cycles of the registry. The same
/// question again is the same case.</summary>
public static class OpenCase
{
    /// <param name="Ground">poor, chronically-ill or emergency.</param>
    /// <param name="PersonId">The person, of a programme for persons.</param>
    public sealed record Request(string Programme, Guid HouseholdId, string Ground, Guid? PersonId = null);

    public static async Task<IResult> Handle(
        Request request, Registry registry, CaseReader cases, CaseRights rights, ProgrammeCatalogue programmes, Identities identities, Disclosure disclosure, Caller caller,
        CaseSettings settings, TimeProvider clock, CancellationToken stop)
    {
        var (programme, ground) = (programmes.Find(rights.MustSee(request.Programme))!, CaseWords.Read<CaseGround>(request.Ground, "ground"));
        if (request.PersonId is not null != (programme.Unit == Unit.Person)) return Problems.Invalid("personId", "goes with a programme for persons, and with no other.");
        var (household, person) = (identities.Read(request.HouseholdId), request.PersonId is { } of ? identities.Read(of) : Guid.Empty);
        var family = await registry.Households.AsNoTracking().Where(h => h.Id == household).Select(h => new { h.Key, h.MemberCount, h.Id, h.VillageCode }).FirstOrDefaultAsync(stop);
        var member = family is null || person == Guid.Empty ? null
            : await registry.Persons.AsNoTracking().Where(p => p.Id == person && p.HouseholdKey == family.Key).Select(p => new { p.Key, p.Id }).FirstOrDefaultAsync(stop);
        await disclosure.Record(family is null ? [] : [(family.Key, family.MemberCount)], family is null ? FieldGroups.None : rights.GroupsOf([programme.Code]), stop);
        if (family is null || (member is null && person != Guid.Empty)) return Problems.NotFound;
        var (key, now) = (member?.Key ?? TargetingCase.OfFamily, clock.GetUtcNow());

        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        var one = await registry.Cases.FirstOrDefaultAsync(
            c => c.Programme == programme.Code && c.Kind == CaseKind.Reactivation && c.HouseholdKey == family.Key && c.PersonKey == key, stop);
        if (one?.State == CaseState.Open) return Answer(one, StatusCodes.Status200OK);
        if (!await IsLost(registry, programme.Code, family.Key, member?.Key, stop)) return Problems.NothingLost;
        var isNew = one is null;
        one ??= new() { Key = await CaseStore.NextKey(registry, 1, stop), Id = Guid.CreateVersion7(now), Programme = programme.Code, Kind = CaseKind.Reactivation, HouseholdKey = family.Key, PersonKey = key };
        if (isNew) registry.Cases.Add(one);
        else (one.Openings, one.Version) = (one.Openings + 1, one.Version + 1);
        (one.State, one.Ground, one.Owner) = (CaseState.Open, ground, programme.Partners.Count > 0 ? programme.Partners[0] : null);
        (one.Outcome, one.Note, one.ObjectBy, one.ClosedAt, one.ClosedBy) = (null, null, null, null, null);
        (one.OpenedAt, one.DueOn) = (now.UtcDateTime, clock.Today().AddMonths(settings.ForReactivation()));
        registry.CaseSteps.Add(new()
        {
            CaseKey = one.Key,
            At = now.UtcDateTime,
            Did = isNew ? CaseView.Opened : CaseView.Reopened,
            By = caller.PartnerCode,
            Client = caller.ClientId,
            EndUser = caller.EndUser,
        });
        if (!await registry.TrySave(stop)) return Problems.CaseChanged;
        await transaction.CommitAsync(stop);
        return Answer(one, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);

        IResult Answer(TargetingCase opened, int status) => Results.Json(
            cases.View(new() { Case = opened, Household = family.Id, Members = family.MemberCount, Region = family.VillageCode, Person = member?.Id }), Json.Web, statusCode: status);
    }

    /// <summary>Received in some period, and not in the latest that was delivered.</summary>
    private static async Task<bool> IsLost(Registry registry, string programme, long family, long? person, CancellationToken stop)
    {
        var latest = await registry.DeliveredPeriods.Where(p => p.Programme == programme).MaxAsync(p => (int?)p.Period, stop);
        var received = await registry.Receipts.Where(r => r.HouseholdKey == family && r.Programme == programme && r.State == RowState.Standing
            && (person == null || r.PersonKey == person || r.PersonKey == null)).Select(r => r.Period).Distinct().ToListAsync(stop);
        return latest is { } last && received.Count > 0 && received.Max() < last;
    }
}
