using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Cases;
using Regsosek.Api.Programmes;
using Regsosek.Data;
using Regsosek.Data.Cases;
using Regsosek.Data.Participation;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting.Assessing;

/// <summary>Makes the cases of a regency what the assessment found: an error has one, opened or opened again; one whose error is gone is closed by the data. What a
/// person decided stays: what he called right for ever, the rest until a period that began after.</summary>
internal sealed class SyncCases(Registry registry, Assessment assessment, Programme programme, CaseSettings settings, TimeProvider clock)
{
    private const int AtOnce = 2500;
    private readonly DateTime _now = clock.GetUtcNow().UtcDateTime;

    public async Task Of(IQueryable<AssessedSubject> subjects, string regency, CancellationToken stop)
    {
        await Of(CaseKind.Exclusion, Subjects(subjects.Where(s => s.Standing == 1 && !s.Receives)), regency, stop);
        await Of(CaseKind.Inclusion, Subjects(subjects.Where(s => s.Standing == 2 && s.Receives)), regency, stop);
    }

    private async Task Of(CaseKind kind, IQueryable<CaseSubject> errors, string regency, CancellationToken stop)
    {
        var code = programme.Code;
        var ours = registry.Cases.Where(c => c.Programme == code && c.Kind == kind && registry.Households.Any(h => h.Key == c.HouseholdKey && h.RegencyCode == regency));
        await CaseStore.Resolve(ours, errors, _now, stop);
        while (await Reopen(ours, kind, errors, stop) == AtOnce) stop.ThrowIfCancellationRequested();

        var all = registry.Cases;
        var found = await errors.Where(e => !all.Any(c => c.Programme == code && c.Kind == kind && c.HouseholdKey == e.HouseholdKey && c.PersonKey == e.PersonKey))
            .OrderBy(e => e.HouseholdKey).ThenBy(e => e.PersonKey).ToListAsync(stop);
        foreach (var some in found.Chunk(AtOnce)) await CaseStore.Open(registry, [.. some.Select(s => New(kind, s))], stop);
    }

    private async Task<int> Reopen(IQueryable<TargetingCase> ours, CaseKind kind, IQueryable<CaseSubject> errors, CancellationToken stop)
    {
        var begins = Periods.Begins(assessment.Period).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var keys = await ours.Where(c => c.State == CaseState.Closed
            && (c.Outcome == CaseOutcome.ResolvedByData || (c.Outcome != CaseOutcome.Justified && c.ClosedAt < begins))
            && errors.Any(e => e.HouseholdKey == c.HouseholdKey && e.PersonKey == c.PersonKey)).OrderBy(c => c.Key).Select(c => c.Key).Take(AtOnce).ToListAsync(stop);

        // Read by their keys: a query over receipts tracks nothing.
        var again = await registry.Cases.Where(c => keys.Contains(c.Key)).ToListAsync(stop);
        foreach (var one in again)
        {
            if (one.Outcome == CaseOutcome.ResolvedByData) registry.CaseSteps.Add(CaseView.Closing(one));
            registry.CaseSteps.Add(new() { CaseKey = one.Key, At = _now, Did = CaseView.Reopened });
            (one.State, one.Outcome, one.Note, one.ObjectBy, one.ClosedAt, one.ClosedBy) = (CaseState.Open, null, null, null, null, null);
            (one.Period, one.OpenedAt, one.DueOn, one.Openings, one.Version) = (assessment.Period, _now, DueOn(kind), one.Openings + 1, one.Version + 1);
        }

        await registry.SaveChangesAsync(stop);
        registry.ChangeTracker.Clear();
        return again.Count;
    }

    private TargetingCase New(CaseKind kind, CaseSubject subject) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        Programme = programme.Code,
        Kind = kind,
        HouseholdKey = subject.HouseholdKey,
        PersonKey = subject.PersonKey,
        State = CaseState.Open,
        Period = assessment.Period,
        Owner = programme.Partners.Count > 0 ? programme.Partners[0] : null,
        OpenedAt = _now,
        DueOn = DueOn(kind),
    };

    private DateOnly DueOn(CaseKind kind) => clock.Today().AddDays(kind == CaseKind.Exclusion ? settings.ExclusionDays : settings.InclusionDays);

    private static IQueryable<CaseSubject> Subjects(IQueryable<AssessedSubject> errors) =>
        errors.Select(s => new CaseSubject { HouseholdKey = s.HouseholdKey, PersonKey = s.PersonKey });
}
