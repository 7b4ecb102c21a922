using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Classification;
using Regsosek.Api.Http;
using Regsosek.Api.Regions;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Households;

/// <summary>Families as the caller may see them. Everything that shows a family goes through here: filter, sort and page work on
/// the masked view.</summary>
public sealed class HouseholdReader(
    Registry registry, Caller caller, Fields<HouseholdView> fields, MemberReader members, RunReader runs, Disclosure disclosure, KnownRegions regions,
    Identities identities, Cursors cursors)
{
    /// <summary>Every family in scope, hidden members already NULL.</summary>
    public IQueryable<HouseholdView> All => registry.Households.AsNoTracking().Select(Projection());

    public async Task<HouseholdView?> Get(Guid id, Selection selection, CancellationToken stop)
    {
        var own = identities.Read(id);
        return (await Disclose(All.Where(h => h.Id == own).Take(1), selection, stop)).FirstOrDefault();
    }

    public async Task<Page<HouseholdView>> Page(HouseholdQuery query, CancellationToken stop)
    {
        if (query.Region is { } region) await regions.Check(region, "region", stop);
        var rows = Filtered(query);
        if (query.Cursor is { } cursor)
            rows = Keyset.After(rows, query.SortBy, query.Descending, h => h.Key, cursors.Open(cursor, caller, query.Bound));
        rows = Keyset.Ordered(rows, query.SortBy, query.Descending, h => h.Key).Take(query.Limit + 1);
        var found = await Load(rows, query.Selection, query.SortProperty, stop);
        var page = found.Take(query.Limit).ToList();
        var last = found.Count > query.Limit ? page[^1] : null;
        var next = last is null ? null : cursors.Seal(new(last.Key, Keyset.Text(query.SortProperty?.GetValue(last))), caller, query.Bound);
        var places = query.WithPlaces
            ? page.ConvertAll(h => cursors.Seal(new(h.Key, Keyset.Text(query.SortProperty?.GetValue(h))), caller, query.Bound))
            : null;
        await Finish(page, query.Selection, stop);
        return new(page, next, places, query.Count is null ? null : await Count(query, stop));
    }

    /// <summary>The whole list in pages, for streams: memory stays flat, and every page is on record before it leaves.</summary>
    public async IAsyncEnumerable<IReadOnlyList<HouseholdView>> Stream(
        HouseholdQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
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

    /// <summary>Exact, or from one family in sixteen when an estimate will do and there are many.</summary>
    public async Task<long> Count(HouseholdQuery query, CancellationToken stop)
    {
        if (query.Count != "estimated") return await Filtered(query).LongCountAsync(stop);
        var sampled = await Filtered(query).LongCountAsync(h => h.Key % SampleOf == 0, stop);
        return sampled < EnoughSampled ? await Filtered(query).LongCountAsync(stop) : sampled * SampleOf;
    }

    private const int SampleOf = 16, EnoughSampled = 50;

    /// <summary>Families by key, in the order of the keys: for lists that another table ranks.</summary>
    public async Task<IReadOnlyList<HouseholdView>> ByKeys(IReadOnlyCollection<long> keys, Selection selection, CancellationToken stop)
    {
        var wanted = keys.ToArray();
        var found = (await Disclose(All.Where(h => wanted.Contains(h.Key)), selection, stop)).ToDictionary(h => h.Key);
        return [.. keys.Where(found.ContainsKey).Select(k => found[k])];
    }

    private IQueryable<HouseholdView> Filtered(HouseholdQuery query) => query.Apply(Driven(All));

    /// <summary>The scope filter guards; this equality on one column lets the index give the rows in page order.</summary>
    private IQueryable<HouseholdView> Driven(IQueryable<HouseholdView> all) => caller.Regions switch
    {
        { National: false, Provinces: [var one], Regencies: [], Districts: [], Villages: [] } => all.Where(h => h.ProvinceCode == one),
        { National: false, Provinces: [], Regencies: [var one], Districts: [], Villages: [] } => all.Where(h => h.RegencyCode == one),
        { National: false, Provinces: [], Regencies: [], Districts: [var one], Villages: [] } => all.Where(h => h.DistrictCode == one),
        { National: false, Provinces: [], Regencies: [], Districts: [], Villages: [var one] } => all.Where(h => h.Region == one),
        _ => all,
    };

    private async Task<List<HouseholdView>> Disclose(IQueryable<HouseholdView> rows, Selection selection, CancellationToken stop)
    {
        var found = await Load(rows, selection, null, stop);
        await Finish(found, selection, stop);
        return found;
    }

    private static Task<List<HouseholdView>> Load(
        IQueryable<HouseholdView> rows, Selection selection, System.Reflection.PropertyInfo? sort, CancellationToken stop)
    {
        var columns = selection.Household.Select(f => f.Property).Where(p => p.Name != nameof(HouseholdView.Members)).ToHashSet();
        columns.UnionWith(Kept);
        if (selection.Names(nameof(HouseholdView.FamilyCard))) columns.Add(Sealed);
        if (sort is not null) columns.Add(sort);
        return rows.Select(Mask.Only<HouseholdView>(columns)).ToListAsync(stop);
    }

    /// <summary>What SQL can't say: seals opened, pseudonyms, reasons, members, classification. The read is on record before this returns.</summary>
    private async Task Finish(List<HouseholdView> page, Selection selection, CancellationToken stop)
    {
        await disclosure.Record(page.Select(h => (h.Key, (int)h.Charged)), selection.Groups, stop);
        var membersOf = selection.Members is null ? null : await members.Of(page.ConvertAll(h => h.Key), stop);
        var reasons = Reasons.NotGranted(selection.Household, caller);
        foreach (var h in page)
        {
            h.FamilyCard = identities.Open(h.FamilyCardSealed);
            h.Id = identities.Show(h.Id);
            if (h.BuildingGroup is { } building) h.BuildingGroup = identities.Show(building);
            if (h.RunKey is { } run && caller.Sees(FieldGroups.Classification)) h.Classification = await runs.View(run, stop);
            h.Masked = h.HeadIsChild && selection.Names(nameof(HouseholdView.HeadName)) ? Reasons.With(reasons, "headName", Reasons.Child) : reasons;
            if (membersOf is not null) h.Members = [.. membersOf[h.Key]];
        }
    }

    private static readonly System.Reflection.PropertyInfo[] Kept = [.. new[]
    {
        nameof(HouseholdView.Id), nameof(HouseholdView.Key), nameof(HouseholdView.RunKey), nameof(HouseholdView.Charged),
        nameof(HouseholdView.HeadIsChild),
    }.Select(name => typeof(HouseholdView).GetProperty(name)!)];

    private static readonly System.Reflection.PropertyInfo Sealed = typeof(HouseholdView).GetProperty(nameof(HouseholdView.FamilyCardSealed))!;

    private Expression<Func<Household, HouseholdView>> Projection()
    {
        var row = Expression.Parameter(typeof(Household), "h");
        var adult = members.AdultBorn;
        var identity = caller.Sees(FieldGroups.Identity);
        // Shown when a head is known to be an adult and no child bears that very name.
        Expression<Func<Household, bool>> childHead = h => !h.Members.Any(p => p.Relation == FamilyRelation.Head && p.BirthDate <= adult)
            || h.Members.Any(p => p.Name == h.HeadName && (p.BirthDate == null || p.BirthDate > adult));
        var headIsChild = identity && !caller.Sees(FieldGroups.Children) ? childHead.On(row) : Expression.Constant(false);
        var headName =
            Expression.Condition(headIsChild, Expression.Constant(null, typeof(string)), Expression.Property(row, nameof(Household.HeadName)));
        return Mask.Fold<Household, HouseholdView>(fields, caller.Fields, row, new Dictionary<string, Expression>
        {
            [nameof(HouseholdView.Region)] = Expression.Property(row, nameof(Household.VillageCode)),
            [nameof(HouseholdView.FamilyCardSealed)] = identity
                ? Expression.Property(row, nameof(Household.FamilyCardSealed))
                : Expression.Constant(null, typeof(byte[])),
            [nameof(HouseholdView.Charged)] = Expression.Property(row, nameof(Household.MemberCount)),
            [nameof(HouseholdView.HeadIsChild)] = headIsChild,
            [nameof(HouseholdView.HeadName)] = identity && headIsChild is not ConstantExpression
                ? headName
                : Expression.Property(row, nameof(Household.HeadName)),
            [nameof(HouseholdView.Percentile)] = caller.Sees(FieldGroups.Classification)
                ? Expression.Property(row, nameof(Household.Percentile))
                : Expression.Constant(null, typeof(double?)),
            [nameof(HouseholdView.Members)] = Expression.Call(typeof(Enumerable), nameof(Enumerable.Select), [typeof(Person), typeof(MemberView)],
                Expression.Property(row, nameof(Household.Members)), members.Projection()),
        });
    }
}
