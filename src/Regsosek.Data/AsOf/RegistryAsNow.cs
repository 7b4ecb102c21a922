using Microsoft.EntityFrameworkCore;
using Regsosek.Data.AsOf;
using Regsosek.Data.Classification;

namespace Regsosek.Data;

/// <content>Where a moment shows what stands there now.</content>
public abstract partial class Registry
{
    /// <summary>Filters that say who may see a row; what has changed is asked of every row.</summary>
    private static readonly string[] OfCallers = ["scope", "limit", "present"];

    /// <summary>Whether all families with keys above one and up to another were in force at the moment as they stand now, and so was the run that ranks them.
    /// Whoever has read them as they stand, and then is told so, has read the moment: a change is there before it can be read.</summary>
    /// <param name="withPersons">And all persons in them.</param>
    /// <param name="isRead">Before they are read it is enough that none seems to have changed: who came since is not looked for.</param>
    public async Task<bool> IsAsNow(long after, long until, bool withPersons, bool isRead, CancellationToken stop) =>
        Moment is not null && Today == ThisDay
        && await RunInForce(stop) == (await Set<AnyRun>().Where(run => run.Scope == ClassificationRun.National && run.State == RunState.Published)
            .MaxAsync(run => (long?)run.Key, stop) ?? 0)
        && !await AnyFormer(after, until, withPersons, stop)
        && !(isRead && await AnyLater(after, until, withPersons, stop));

    /// <summary>A former state was in force.</summary>
    private async Task<bool> AnyFormer(long after, long until, bool withPersons, CancellationToken stop) =>
        await Households.IgnoreQueryFilters(OfCallers)
            .AnyAsync(h => h.Key > after && h.Key <= until && EF.Property<long?>(h, nameof(FormerState.VersionKey)) != null, stop)
        || (withPersons && await Persons.IgnoreQueryFilters(OfCallers)
            .AnyAsync(p => p.HouseholdKey > after && p.HouseholdKey <= until && EF.Property<long?>(p, nameof(FormerState.VersionKey)) != null, stop));

    /// <summary>What stands now was not in force, or not known.</summary>
    private async Task<bool> AnyLater(long after, long until, bool withPersons, CancellationToken stop) =>
        await Set<CurrentHousehold>().AnyAsync(h => h.Key > after && h.Key <= until && (h.RecordedAt > KnownAt || h.ValidFrom > Today), stop)
        || (withPersons && await Set<CurrentPerson>()
            .AnyAsync(p => p.HouseholdKey > after && p.HouseholdKey <= until && (p.RecordedAt > KnownAt || p.ValidFrom > Today), stop));
}
