using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Providers;

namespace Regsosek.Data.Cases;

/// <summary>Whom an error is about.</summary>
public sealed record CaseSubject
{
    public long HouseholdKey { get; init; }

    /// <summary><see cref="TargetingCase.OfFamily"/> for a programme of families.</summary>
    public long PersonKey { get; init; }
}

/// <summary>What the hub changes of cases by statements over many rows. Needs the transaction of the work it is part of.</summary>
public static class CaseStore
{
    /// <summary>Open cases among these whose error is there no more.</summary>
    public static Task Resolve(IQueryable<TargetingCase> cases, IQueryable<CaseSubject> errors, DateTime at, CancellationToken stop) => cases
        .Where(c => c.State == CaseState.Open && !errors.Any(e => e.HouseholdKey == c.HouseholdKey && e.PersonKey == c.PersonKey))
        .ExecuteUpdateAsync(u => u.SetProperty(c => c.State, CaseState.Closed).SetProperty(c => c.Outcome, CaseOutcome.ResolvedByData)
            .SetProperty(c => c.ClosedAt, at).SetProperty(c => c.ClosedBy, (string?)null).SetProperty(c => c.Note, (string?)null)
            .SetProperty(c => c.Version, c => c.Version + 1), stop);

    /// <summary>New cases with keys of their own.</summary>
    public static async Task Open(Registry registry, IReadOnlyCollection<TargetingCase> cases, CancellationToken stop)
    {
        if (cases.Count == 0) return;
        var key = await NextKey(registry, cases.Count, stop);
        foreach (var one in cases) one.Key = key++;
        await registry.Insert(cases, stop);
    }

    /// <summary>The first of so many free keys.</summary>
    public static Task<long> NextKey(Registry registry, int count, CancellationToken stop) => KeyBlocks.Take(registry, nameof(TargetingCase), count, stop);
}
