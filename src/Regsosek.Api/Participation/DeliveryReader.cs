using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Http;
using Regsosek.Api.Statistics;
using Regsosek.Data;
using Regsosek.Data.Participation;
using Regsosek.Data.Protection;
using Regsosek.Data.Statistics;

namespace Regsosek.Api.Participation;

/// <summary>The caller's own deliveries. Whether a recipient is in the registry is told of those in his scope alone: the others are unmatched, as nobody is.
/// A row tells that its number is known, so it is charged as a look-up is, found or not.</summary>
public sealed class DeliveryReader(Registry registry, Caller caller, Identities identities, Disclosure disclosure, Cursors cursors, Rounding rounding)
{
    private const string Found = "matched", Unfound = "unmatched";

    /// <summary>Fewer rows than these tell nothing by their number: who adds one to people he knows would look it up for nothing.</summary>
    private const int EnoughRows = 1000;

    /// <summary>A level tells whether name and birth date are the registered ones, of children too.</summary>
    private const FieldGroups OfLevels = FieldGroups.Identity | FieldGroups.Children | FieldGroups.Demography;

    public async Task<DeliveryView?> Get(Guid id, CancellationToken stop)
    {
        var delivery = await registry.Deliveries.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, stop);
        await disclosure.Record([], FieldGroups.None, stop);
        if (delivery is null) return null;
        return DeliveryView.Of(delivery, delivery.FinishedAt is null || delivery.Line - delivery.Rejected < EnoughRows ? null : await Matched(delivery, stop));
    }

    /// <summary>Null when there is no such delivery for the caller.</summary>
    public async Task<Page<DeliveredRowView>?> Rows(Guid id, string? state, int limit, string? cursor, CancellationToken stop)
    {
        if (await registry.Deliveries.AsNoTracking().Where(d => d.Id == id).Select(d => (long?)d.Key).FirstOrDefaultAsync(stop) is not { } key)
        {
            await disclosure.Record([], FieldGroups.None, stop);
            return null;
        }

        var bound = $"{id};{state}";
        var after = cursor is null ? 0 : cursors.Open(cursor, caller, bound).Key;
        var rows = await Of(key, state).Where(r => r.Line > after).OrderBy(r => r.Line).Take(limit + 1).Select(r => new
        {
            Row = r,
            Family = registry.Households.Where(h => h.Key == r.HouseholdKey).Select(h => (Guid?)h.Id).FirstOrDefault(),
            Person = registry.Persons.Where(p => p.Key == r.PersonKey).Select(p => (Guid?)p.Id).FirstOrDefault(),
        }).ToListAsync(stop);
        var page = rows.Take(limit).ToList();

        // Whoever asks for the matched alone learns of the others by their absence: every row that was looked through is charged.
        var subjects = page.Where(r => r.Row.NumberHash is not null).Select(r => Seal.Subject(r.Row.NumberHash!)).Distinct().ToDictionary(s => s, _ => 1);
        await disclosure.Record(subjects, page.Where(r => r.Family is not null).Select(r => r.Row.HouseholdKey).Distinct().Count(), OfLevels, stop);
        return new([.. page.Where(r => state is not (Found or Unfound) || r.Family is not null == (state == Found)).Select(r => View(r.Row, r.Family, r.Person))],
            rows.Count > limit ? cursors.Seal(new(page[^1].Row.Line, null), caller, bound) : null, null, null);
    }

    /// <summary>All of them in pages, for a stream.</summary>
    public async IAsyncEnumerable<IReadOnlyList<DeliveredRowView>> Stream(Guid id, string? state, int limit, Page<DeliveredRowView> first,
        [EnumeratorCancellation] CancellationToken stop)
    {
        for (var page = first; ; page = (await Rows(id, state, limit, page.Next, stop))!)
        {
            yield return page.Items;
            if (page.Next is null) yield break;
        }
    }

    private IQueryable<DeliveredRow> Of(long delivery, string? state)
    {
        var rows = registry.DeliveredRows.AsNoTracking().Where(r => r.DeliveryKey == delivery);
        return state switch
        {
            null => rows,
            Found or Unfound => rows.Where(r => r.State != RowState.Rejected),
            "standing" => rows.Where(r => r.State == RowState.Standing),
            "replaced" => rows.Where(r => r.State == RowState.Replaced),
            "rejected" => rows.Where(r => r.State == RowState.Rejected),
            _ => throw new ProblemException(Problems.Invalid("state", "standing, replaced, rejected, matched or unmatched.")),
        };
    }

    private DeliveredRowView View(DeliveredRow row, Guid? family, Guid? person) => new()
    {
        Row = row.Line,
        State = row.State.ToString().ToLowerInvariant(),
        Reason = row.Reason,
        Matched = row.State == RowState.Rejected ? null : family is not null,
        Level = family is not null && caller.Sees(OfLevels) ? row.Level.ToString() : null,
        HouseholdId = family is { } known ? identities.Found(known) : null,
        PersonId = person is { } one ? identities.Found(one) : null,
    };

    private async Task<MatchedView> Matched(Delivery delivery, CancellationToken stop)
    {
        var levels = await registry.DeliveredRows
            .Where(r => r.DeliveryKey == delivery.Key && r.State != RowState.Rejected && registry.Households.Any(h => h.Key == r.HouseholdKey))
            .GroupBy(r => r.Level).Select(g => new { Level = g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Level!.Value, g => g.Count, stop);
        var matched = levels.Values.Sum();
        return new(Rounded("matched", matched), Rounded("unmatched", delivery.Line - delivery.Rejected - matched), !caller.Sees(OfLevels) ? null
            : Enum.GetValues<MatchLevel>().ToDictionary(level => level.ToString(), level => Rounded(level.ToString(), levels.GetValueOrDefault(level))));

        long? Rounded(string cell, long count) => count < Suppression.Threshold ? null : rounding.Of(
            new SummaryCell { Cube = $"delivery:{delivery.Id}", Region = cell, Families = count }).Families;
    }
}
