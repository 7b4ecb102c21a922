using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Api.Participation;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Participation;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>A family or person that would leave.</summary>
internal sealed record LeavingPlace(long Key, long HouseholdKey, long? Person, bool Receives);

/// <summary>Who has a programme today, by its rule or in fact, and is known not to be entitled by another version: the rules run in SQL.</summary>
/// <param name="period">The latest that was delivered; null for none.</param>
internal sealed class LeavingQueries(Registry registry, Caller caller, Programme programme, ProgrammeVersion version, int? period)
{
    private readonly IQueryable<Receipt> _receipts = ReceiptQueries.Standing(registry, programme.Code, period);

    /// <summary>What of the new rule the caller sees: who fails the rest alone is not told of, for that would tell of the rest.</summary>
    private readonly Rule[] _seen = [.. version.Rule.Clauses.Where(c => c.Facts().All(f => caller.Sees(f.Needed())))];

    /// <summary>So many at most, by their keys, after a place.</summary>
    public Task<List<LeavingPlace>> Next(string? region, CursorPlace? after, int limit, CancellationToken stop) =>
        _seen.Length == 0 ? Task.FromResult(new List<LeavingPlace>())
        : programme.Unit == Unit.Family ? Families(region, after, limit, stop) : Persons(region, after, limit, stop);

    private Task<List<LeavingPlace>> Families(string? region, CursorPlace? after, int limit, CancellationToken stop)
    {
        var receives = ReceiptQueries.OfFamily(_receipts);
        var leave = Leave(programme.InForce(registry.Today)?.Rule.ForFamilies(registry.Today), receives, RuleSql.ForFamilies(new All(_seen), Today));
        var place = Place<Household>((h, gets) => new(h.Key, h.Key, null, gets), receives);
        return Keyset.Next(registry.Households.AsNoTracking().In(region, h => h).Where(leave), null, false, h => h.Key, after, limit, place, stop);
    }

    private Task<List<LeavingPlace>> Persons(string? region, CursorPlace? after, int limit, CancellationToken stop)
    {
        var receives = ReceiptQueries.OfPerson(_receipts);
        var leave = Leave(programme.InForce(registry.Today)?.Rule.ForPersons(registry.Today), receives, RuleSql.ForPersons(new All(_seen), Today));
        var place = Place<Person>((p, gets) => new(p.Key, p.HouseholdKey, p.Key, gets), receives);
        return Keyset.Next(registry.Persons.AsNoTracking().Where(RuleSql.Present).In(region, p => p.Household).Where(leave), null, false, p => p.Key, after, limit, place, stop);
    }

    private Expression Today => Keyset.Captured(registry.Today, typeof(DateOnly));

    private static Expression<Func<T, LeavingPlace>> Place<T>(Expression<Func<T, bool, LeavingPlace>> place, Expression<Func<T, bool>> receives) =>
        Expression.Lambda<Func<T, LeavingPlace>>(place.On(receives.Parameters[0], receives.Body), receives.Parameters);

    private static Expression<Func<T, bool>> Leave<T>(RulePredicate<T>? before, Expression<Func<T, bool>> receives, RulePredicate<T> after)
    {
        var row = receives.Parameters[0];
        var has = before is null ? receives.Body : Expression.OrElse(before.IsTrue.On(row), receives.Body);
        return Expression.Lambda<Func<T, bool>>(Expression.AndAlso(after.IsFalse.On(row), has), row);
    }
}
