using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Participation;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>A family or person that would leave, and where it lives.</summary>
internal sealed record LeavingPlace
{
    public long Key { get; init; }
    public long HouseholdKey { get; init; }
    public long? Person { get; init; }
    public bool Receives { get; init; }
    public required string ProvinceCode { get; init; }
    public required string RegencyCode { get; init; }
    public required string DistrictCode { get; init; }
    public required string VillageCode { get; init; }
}

/// <summary>Who has a programme today, by its rule or in fact, and is known not to be entitled by another version: the rules run in SQL.</summary>
internal static class LeavingQueries
{
    /// <param name="period">The latest that was delivered; null for none.</param>
    public static IQueryable<LeavingPlace> Of(Registry registry, Programme programme, ProgrammeVersion version, int? period) =>
        programme.Unit == Unit.Family ? Families(registry, programme, version, period) : Persons(registry, programme, version, period);

    public static IQueryable<LeavingPlace> In(IQueryable<LeavingPlace> places, string region) => region == "ID" ? places : DrivingRegions.Level(region) switch
    {
        1 => places.Where(p => p.ProvinceCode == region),
        2 => places.Where(p => p.RegencyCode == region),
        3 => places.Where(p => p.DistrictCode == region),
        _ => places.Where(p => p.VillageCode == region),
    };

    private static IQueryable<LeavingPlace> Families(Registry registry, Programme programme, ProgrammeVersion version, int? period)
    {
        var receipts = Receipts(registry, programme, period);
        return registry.Households.AsNoTracking()
            .Where(Leave(programme.InForce(registry.Today)?.Rule.ForFamilies(registry.Today), h => receipts.Any(r => r.HouseholdKey == h.Key), version.Rule.ForFamilies(registry.Today)))
            .Select(h => new LeavingPlace
            {
                Key = h.Key,
                HouseholdKey = h.Key,
                Receives = receipts.Any(r => r.HouseholdKey == h.Key),
                ProvinceCode = h.ProvinceCode,
                RegencyCode = h.RegencyCode,
                DistrictCode = h.DistrictCode,
                VillageCode = h.VillageCode,
            });
    }

    private static IQueryable<LeavingPlace> Persons(Registry registry, Programme programme, ProgrammeVersion version, int? period)
    {
        var receipts = Receipts(registry, programme, period);
        return registry.Persons.AsNoTracking().Where(RuleSql.Present)
            .Where(Leave(programme.InForce(registry.Today)?.Rule.ForPersons(registry.Today), p => receipts.Any(r => r.PersonKey == p.Key), version.Rule.ForPersons(registry.Today)))
            .Select(p => new LeavingPlace
            {
                Key = p.Key,
                HouseholdKey = p.HouseholdKey,
                Person = p.Key,
                Receives = receipts.Any(r => r.PersonKey == p.Key),
                ProvinceCode = p.Household.ProvinceCode,
                RegencyCode = p.Household.RegencyCode,
                DistrictCode = p.Household.DistrictCode,
                VillageCode = p.Household.VillageCode,
            });
    }

    private static IQueryable<Receipt> Receipts(Registry registry, Programme programme, int? period)
    {
        var (code, latest) = (programme.Code, period ?? -1);
        return registry.Receipts.Where(r => r.Programme == code && r.Period == latest && r.State == RowState.Standing);
    }

    private static Expression<Func<T, bool>> Leave<T>(RulePredicate<T>? before, Expression<Func<T, bool>> receives, RulePredicate<T> after)
    {
        var row = receives.Parameters[0];
        var has = before is null ? receives.Body : Expression.OrElse(before.IsTrue.On(row), receives.Body);
        return Expression.Lambda<Func<T, bool>>(Expression.AndAlso(after.IsFalse.On(row), has), row);
    }
}
