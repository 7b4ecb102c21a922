using Regsosek.Api.Access;
using Regsosek.Api.Classification;
using Regsosek.Data;
using Regsosek.Data.AsOf;

namespace Regsosek.Api.Households;

/// <summary>Families as of a moment. Most have not changed since, and a row that stands costs half of what a state does: a row that was in force and known at
/// the moment, as no former state was, is the state of it. Of the others the states are read.</summary>
public sealed class FamilyStateReader(Registry registry, Registries registries, Caller caller, CompiledQueries reads, RunReader runs) : IAsyncDisposable
{
    private const int LongestStretch = 1_000_000;
    private static readonly UInt128 Dates = Columns<HouseholdView>.Of([nameof(HouseholdView.ValidFrom), nameof(HouseholdView.RecordedAt), nameof(HouseholdView.RunKey)]);
    private Registry? _now;

    /// <summary>What a limit or the name of a head asks of members, who change for themselves, only states tell.</summary>
    private bool ReadsNow => caller.Limit is null && caller.Sees(FieldGroups.Children);

    private Registry Now => _now ??= registries.For(caller);
    private DateOnly Adult => registry.Today.AddYears(-18);
    private DateOnly Elder => registry.Today.AddYears(-60);
    private Moment Moment => registry.Moment!;

    /// <summary>The family, if there is one for the caller, by its own id.</summary>
    internal async Task<List<HouseholdView>> One(Guid id, UInt128 columns, CancellationToken stop)
    {
        if (ReadsNow && await Standing(reads.One(Now, caller.Fields, columns | Dates)(Now, Adult, Elder, id), 1, stop) is { Others: [] } now) return now.Unchanged;
        return await reads.One(registry, caller.Fields, columns)(registry, Adult, Elder, id).Listed(1, stop);
    }

    /// <summary>A page by key, of one region or of all that the caller may see.</summary>
    /// <param name="isWhole">Nothing is asked that narrows his scope: which families were in a region, the region of today does not tell.</param>
    internal async Task<List<HouseholdView>> Page(UInt128 columns, bool isWhole, int level, string code, long after, int limit, CancellationToken stop)
    {
        if (!isWhole || !ReadsNow) return await Stretches(columns, level, code, after, limit, stop);
        var (found, others, last) = await Standing(reads.Page(Now, caller.Fields, columns | Dates, level, limit)(Now, Adult, Elder, code, after), limit, stop);
        var isFull = found.Count + others.Count >= limit;
        if (others.Count > 0)
        {
            found.AddRange(await reads.Keys(registry, caller.Fields, columns)(registry, Adult, Elder, [.. others]).Listed(others.Count, stop));
            found.Sort((a, b) => a.Key.CompareTo(b.Key));
        }

        // Where too few of them had a state, the rest of the page is further on.
        if (isFull && found.Count < limit) found.AddRange(await Stretches(columns, level, code, last, limit - found.Count, stop));
        return found;
    }

    public ValueTask DisposeAsync() => _now?.DisposeAsync() ?? default;

    /// <summary>By states alone, stretch after stretch of the keys there are today, each longer than the last: of few of them there may be a state.</summary>
    private async Task<List<HouseholdView>> Stretches(UInt128 columns, int level, string code, long after, int limit, CancellationToken stop)
    {
        var read = reads.Stretch(registry, caller.Fields, columns, level, limit);
        var found = new List<HouseholdView>(limit);
        for (var families = limit; found.Count < limit && after < long.MaxValue; families = Math.Min(families * 8, LongestStretch))
        {
            var until = await registry.EndOfStretch(after, code, families, stop);
            found.AddRange(await read(registry, Adult, Elder, code, after, until).Listed(limit, stop));
            after = until;
        }

        return found;
    }

    /// <returns>Those in force at the moment as they stand, the keys of the others, and the last key.</returns>
    private async Task<(List<HouseholdView> Unchanged, List<long> Others, long Last)> Standing(IAsyncEnumerable<HouseholdView> rows, int about, CancellationToken stop)
    {
        var read = await rows.Listed(about, stop);
        if (read.Count == 0) return ([], [], long.MaxValue);
        var former = await registry.WithFormerState(read.ConvertAll(row => row.Key), stop);
        var (unchanged, others) = (new List<HouseholdView>(about), new List<long>());
        foreach (var row in read)
        {
            if (!former.Contains(row.Key) && await WasInForce(row, stop)) unchanged.Add(row);
            else others.Add(row.Key);
        }

        return (unchanged, others, read[^1].Key);
    }

    private async ValueTask<bool> WasInForce(HouseholdView row, CancellationToken stop) =>
        row.ValidFrom <= Moment.Day && row.RecordedAt <= Moment.KnownAt
        && (!caller.Sees(FieldGroups.Classification) || (row.RunKey is { } run && await runs.WasInForce(run, Moment, stop)));
}
