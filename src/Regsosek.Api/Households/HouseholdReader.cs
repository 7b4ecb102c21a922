using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Classification;
using Regsosek.Api.Http;
using Regsosek.Api.Regions;
using Regsosek.Data;

namespace Regsosek.Api.Households;

/// <summary>Families as the caller may see them. Everything that shows a family goes through here: filter, sort and page work on
/// the masked view.</summary>
public sealed class HouseholdReader(
    Registry registry, Caller caller, Fields<HouseholdView> fields, Fields<MemberView> memberFields, MemberReader members, CompiledQueries reads,
    RunReader runs, Disclosure disclosure, KnownRegions regions, Identities identities, Cursors cursors)
{
    private static readonly Expression<Func<HouseholdView, long>> ByKey = h => h.Key;
    private static readonly Expression<Func<Placed, double?>> ByValue = p => p.Value;
    private static readonly Expression<Func<Placed, long>> ByPlacedKey = p => p.Key;
    private DateOnly Adult => registry.Today.AddYears(-18);
    private DateOnly Elder => registry.Today.AddYears(-60);

    /// <summary>Every family in scope, hidden members already NULL.</summary>
    public IQueryable<HouseholdView> All => registry.Households.AsNoTracking().Select(new HouseholdProjection(
        fields, memberFields, caller.Fields, Keyset.Captured(Adult, typeof(DateOnly)), Keyset.Captured(Elder, typeof(DateOnly))).Families());

    public async Task<HouseholdView?> Get(Guid id, Selection selection, CancellationToken stop)
    {
        var read = reads.One(registry, caller.Fields, selection.Columns);
        var found = await Disclose(() => Listed(read(registry, Adult, Elder, identities.Read(id)), 1, stop), int.MaxValue, selection, stop);
        return found.Rows.FirstOrDefault();
    }

    public async Task<Page<HouseholdView>> Page(HouseholdQuery query, CancellationToken stop)
    {
        if (query.Region is { } region) await regions.Check(region, "region", stop);
        var place = query.Cursor is { } cursor ? cursors.Open(cursor, caller, query.Bound) : null;
        var asked = query.Sort is null && place is not null ? query with { Ground = query.Ground with { After = place.Key } } : query;
        var (found, more) = await Disclose(() => Rows(asked, place, stop), query.Limit, query.Selection, stop);
        return new(found, more ? Seal(found[^1]) : null, query.WithPlaces ? found.ConvertAll(Seal) : null,
            query.Count is null ? null : await Count(query, stop));

        string Seal(HouseholdView h) => cursors.Seal(new(h.Key, Keyset.Text(query.SortProperty?.GetValue(h))), caller, query.Bound);
    }

    /// <summary>The whole list in pages, for streams: memory stays flat, and every page is on record before it leaves.</summary>
    public async IAsyncEnumerable<IReadOnlyList<HouseholdView>> Stream(HouseholdQuery query, [EnumeratorCancellation] CancellationToken stop)
    {
        var left = query.IsLimited ? query.Limit : int.MaxValue;
        for (string? cursor = query.Cursor; left > 0;)
        {
            var page = await Page(query with { Cursor = cursor, Limit = Math.Min(left, HouseholdQuery.MaxLimit) }, stop);
            if (page.Items.Count > 0) yield return page.Items;
            if (page.Next is null) yield break;
            left -= page.Items.Count;
            cursor = page.Next;
        }
    }

    /// <summary>Keys that divide the scope, in the region that is asked, into stretches of so many families each, with how many there are: the other
    /// filters are not looked at. One stretch at least.</summary>
    public async Task<IReadOnlyList<(long To, int Families)>> Stretches(HouseholdQuery query, int families, CancellationToken stop)
    {
        if (query.Region is { } region) await regions.Check(region, "region", stop);
        var rows = In(query with { Filters = [.. query.Filters.Where(f => f.Filter.Name == "region")] });
        var stretches = new List<(long, int)>();
        for (var after = long.MinValue; ;)
        {
            var rest = rows.Where(h => h.Key > after);
            if (await rest.OrderBy(ByKey).Select(h => (long?)h.Key).Skip(families - 1).FirstOrDefaultAsync(stop) is { } to)
            {
                stretches.Add((after = to, families));
                continue;
            }

            var left = await rest.CountAsync(stop);
            if (left > 0 || stretches.Count == 0) stretches.Add((await rest.MaxAsync(h => (long?)h.Key, stop) ?? 0, left));
            return stretches;
        }
    }

    /// <summary>The families of a list with keys above one and up to another, in that order, page after page, for files that nobody has before their end:
    /// a page is put on record while the next is read, and all of them are when the last has been taken.</summary>
    public async IAsyncEnumerable<IReadOnlyList<HouseholdView>> Between(
        HouseholdQuery query, long after, long to, int page, [EnumeratorCancellation] CancellationToken stop)
    {
        var before = Task.CompletedTask;
        for (var more = true; more;)
        {
            (var rows, more, var recorded) = await Read(() => Rows(query, after, to, page + 1, stop), page, query.Selection, stop);
            await before;
            before = recorded;
            if (rows.Count == 0) break;
            after = rows[^1].Key;
            yield return rows;
        }

        await before;
    }

    /// <summary>Whether the families of a stretch, read as they stand now, are those of the moment (<see cref="Registry.IsAsNow"/>). Of the nation only,
    /// whose stretches hold no other families.</summary>
    public async Task<bool> IsAsNow(HouseholdQuery query, long after, long to, bool isRead, CancellationToken stop) =>
        caller.Regions.National && query.Region is null
        && await registry.IsAsNow(after, to, caller.Limit is not null || query.TouchesMembers || !caller.Sees(FieldGroups.Children), isRead, stop);

    private async Task<List<HouseholdView>> Rows(HouseholdQuery query, long after, long to, int limit, CancellationToken stop)
    {
        var driving = DrivingRegions.Of(caller.Regions, query.Region);
        if (!IsCompiled(query, driving))
            return await In(query).Where(h => h.Key > after && h.Key <= to).OrderBy(ByKey).Take(limit).Select(Only(query)).ToListAsync(stop);
        var (level, code) = Driven(driving);
        var read = reads.Stretch(registry, caller.Fields, query.Selection.Columns, level, limit);
        return await Listed(read(registry, Adult, Elder, code, after, to), limit, stop);
    }

    /// <summary>No other filter than the region that drives it.</summary>
    private static bool IsCompiled(HouseholdQuery query, IReadOnlyList<string> driving) =>
        driving.Count == 1 ? query.Filters.All(f => f.Filter.Name == "region") : driving.Count == 0 && query.Filters.Count == 0;

    /// <summary>The level and code of the one region that drives a compiled list; 0 for the nation.</summary>
    private static (int Level, string Code) Driven(IReadOnlyList<string> driving) => driving is [var one] ? (DrivingRegions.Level(one), one) : (0, "");

    /// <summary>What the filters leave; of one region by its index.</summary>
    private IQueryable<HouseholdView> In(HouseholdQuery query) => DrivingRegions.Of(caller.Regions, query.Region) is [var code]
        ? query.Apply(In(code, byRank: false), driven: true)
        : query.Apply(All);

    /// <summary>Exact, or from one family in sixteen when an estimate will do and there are many.</summary>
    public async Task<long> Count(HouseholdQuery query, CancellationToken stop)
    {
        if (query.Count != "estimated") return await Counted(h => true);
        var sampled = await Counted(h => h.Key % SampleOf == 0);
        return sampled < EnoughSampled ? await Counted(h => true) : sampled * SampleOf;

        async Task<long> Counted(Expression<Func<HouseholdView, bool>> which)
        {
            long sum = 0;
            foreach (var part in Parts(query)) sum += await part.LongCountAsync(which, stop);
            return sum;
        }
    }

    private const int SampleOf = 16, EnoughSampled = 50, LongestStretch = 1_000_000;

    /// <summary>Families by key, in the order of the keys: for lists that another table ranks.</summary>
    /// <param name="also">Field groups that the answer stands on beside those it shows.</param>
    public async Task<IReadOnlyList<HouseholdView>> ByKeys(
        IReadOnlyCollection<long> keys, Selection selection, CancellationToken stop, FieldGroups also = FieldGroups.None)
    {
        var read = reads.Keys(registry, caller.Fields, selection.Columns);
        var found = await Disclose(() => Listed(read(registry, Adult, Elder, [.. keys]), keys.Count, stop), int.MaxValue, selection, stop, also);
        var byKey = found.Rows.ToDictionary(h => h.Key);
        return [.. keys.Where(byKey.ContainsKey).Select(k => byKey[k])];
    }

    /// <summary>One row more than the page holds, to know of another. A list by key, of one region or of the nation, is compiled.</summary>
    private async Task<List<HouseholdView>> Rows(HouseholdQuery query, CursorPlace? place, CancellationToken stop)
    {
        var limit = query.Limit + 1;
        var driving = DrivingRegions.Of(caller.Regions, query.Region);
        if (query.Sort is null && IsCompiled(query, driving))
        {
            var (level, code) = Driven(driving);
            var after = place?.Key ?? long.MinValue;
            if (registry.Moment is not null) return await Then(query, level, code, after, limit, stop);
            var read = reads.Page(registry, caller.Fields, query.Selection.Columns, level, limit);
            return await Listed(read(registry, Adult, Elder, code, after), limit, stop);
        }

        if (driving.Count > 1) return await Merged(query, place, limit, stop);
        return await Keyset.Next(Parts(query).Single(), query.SortBy, query.Descending, ByKey, place, limit, Only(query), stop);
    }

    /// <summary>A page as of a moment, stretch after stretch of the keys there are today, each longer than the last: of few of them there may be a state.</summary>
    private async Task<List<HouseholdView>> Then(HouseholdQuery query, int level, string code, long after, int limit, CancellationToken stop)
    {
        var read = reads.Stretch(registry, caller.Fields, query.Selection.Columns, level, limit);
        var found = new List<HouseholdView>(limit);
        for (var families = limit; found.Count < limit && after < long.MaxValue; families = Math.Min(families * 8, LongestStretch))
        {
            var until = await registry.EndOfStretch(after, code, families, stop);
            found.AddRange(await Listed(read(registry, Adult, Elder, code, after, until), limit, stop));
            after = until;
        }

        return found;
    }

    /// <summary>The first places of every region are found by its index, segment after segment; the first of those are the page.</summary>
    private async Task<List<HouseholdView>> Merged(HouseholdQuery query, CursorPlace? place, int limit, CancellationToken stop)
    {
        var regions = Parts(query).Select(part => Keyset.Segments(part, query.SortBy, query.Descending, ByKey, place).ToList()).ToList();
        var keys = new List<long>(limit);
        for (var at = 0; at < regions[0].Count && keys.Count < limit; at++)
        {
            var left = limit - keys.Count;
            var firsts = regions.Select(segments => segments[at].Take(left).Select(query.Placed)).Aggregate(Queryable.Concat);
            keys.AddRange(await firsts.InOrder(ByValue, query.Descending).Then(ByPlacedKey, query.Descending).Take(left)
                .Select(ByPlacedKey).ToListAsync(stop));
        }

        var read = reads.Keys(registry, caller.Fields, ColumnsOf(query));
        var rows = (await Listed(read(registry, Adult, Elder, [.. keys]), keys.Count, stop)).ToDictionary(h => h.Key);
        return [.. keys.Where(rows.ContainsKey).Select(key => rows[key])];
    }

    private static Expression<Func<HouseholdView, HouseholdView>> Only(HouseholdQuery query) =>
        Mask.Only<HouseholdView>(Columns<HouseholdView>.In(ColumnsOf(query)));

    private static UInt128 ColumnsOf(HouseholdQuery query) =>
        query.Selection.Columns | (query.SortProperty is { } sort ? Columns<HouseholdView>.Of([sort.Name]) : 0);

    /// <summary>What the filters leave, a part for each region it is read from.</summary>
    private IEnumerable<IQueryable<HouseholdView>> Parts(HouseholdQuery query)
    {
        var driving = DrivingRegions.Of(caller.Regions, query.Region);
        var byRank = query.Sort is not null && registry.Moment is null;
        return driving.Count == 0 ? [query.Apply(byRank ? Ranked : All)] : driving.Select(code => query.Apply(In(code, byRank), driven: true));
    }

    /// <summary>All of them once more: every family has a row of ranks, and said so, the rows without a place are read by their index too.</summary>
    private IQueryable<HouseholdView> Ranked => All.Where(h => h.RankedVillage != null);

    /// <summary>The families of a region, by the index that has them in the order of the list. A rank knows where its family is now, not where a state
    /// of the past was.</summary>
    private IQueryable<HouseholdView> In(string code, bool byRank) => (DrivingRegions.Level(code), byRank) switch
    {
        (1, false) => All.Where(h => h.ProvinceCode == code),
        (2, false) => All.Where(h => h.RegencyCode == code),
        (3, false) => All.Where(h => h.DistrictCode == code),
        (_, false) => All.Where(h => h.Region == code),
        (1, _) => All.Where(h => h.RankedProvince == code),
        (2, _) => All.Where(h => h.RankedRegency == code),
        (3, _) => All.Where(h => h.RankedDistrict == code),
        _ => All.Where(h => h.RankedVillage == code),
    };

    private static async Task<List<HouseholdView>> Listed(IAsyncEnumerable<HouseholdView> rows, int about, CancellationToken stop)
    {
        var found = new List<HouseholdView>(about);
        await foreach (var row in rows.WithCancellation(stop)) found.Add(row);
        return found;
    }

    /// <summary>Families, at most so many, that are on record.</summary>
    private async Task<(List<HouseholdView> Rows, bool More)> Disclose(
        Func<Task<List<HouseholdView>>> read, int limit, Selection selection, CancellationToken stop, FieldGroups also = FieldGroups.None)
    {
        var (rows, more, recorded) = await Read(read, limit, selection, stop, also);
        await recorded;
        return (rows, more);
    }

    /// <summary>Reads families, at most so many, then what SQL can't say: seals opened, pseudonyms, reasons, members, classification. Meanwhile the log is
    /// written: who gives them out waits for that first.</summary>
    private async Task<(List<HouseholdView> Rows, bool More, Task Recorded)> Read(
        Func<Task<List<HouseholdView>>> read, int limit, Selection selection, CancellationToken stop, FieldGroups also = FieldGroups.None)
    {
        List<HouseholdView> page;
        ILookup<long, MemberView>? membersOf = null;
        bool more;
        Task recorded;

        // Both statements by one connection, which is free again before the log is waited for.
        await registry.Database.OpenConnectionAsync(stop);
        try
        {
            page = await read();
            more = page.Count > limit;
            if (more) page.RemoveRange(limit, page.Count - limit);
            recorded = disclosure.Record(page.Select(h => (h.Key, (int)h.Charged)), selection.Groups | also, stop);
            if (selection.Members is { } asked) membersOf = await members.Of(page.ConvertAll(h => h.Key), asked, stop);
        }
        finally
        {
            await registry.Database.CloseConnectionAsync();
        }

        var reasons = Reasons.NotGranted(selection.Household, caller);
        IReadOnlyDictionary<string, string>? headIsChild = null;
        foreach (var h in page)
        {
            h.FamilyCard = identities.Open(h.FamilyCardSealed);
            h.Id = identities.Show(h.Id);
            if (h.BuildingGroup is { } building) h.BuildingGroup = identities.Show(building);
            if (h.RunKey is { } run && caller.Sees(FieldGroups.Classification)) h.Classification = await runs.View(run, stop);
            h.Masked = h.HeadIsChild && selection.Names(nameof(HouseholdView.HeadName))
                ? headIsChild ??= Reasons.With(reasons, "headName", Reasons.Child)
                : reasons;
            if (membersOf is not null) h.Members = membersOf[h.Key];
        }

        return (page, more, recorded);
    }
}
