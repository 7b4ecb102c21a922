using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Participation;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting.Assessing;

/// <summary>Counts by village the families who receive, those with any flag, and those with each.</summary>
internal sealed class CountFlags(Registry registry, Assessment assessment, TargetingFlags flags)
{
    private readonly ParameterExpression _family = Expression.Parameter(typeof(Household), "h");

    public async Task<IReadOnlyCollection<TargetingCell>> In(string regency, CancellationToken stop)
    {
        var (receipts, programme, period) = (registry.Receipts, assessment.Programme, assessment.Period);
        var receivers = registry.Households.Where(h => h.RegencyCode == regency
            && receipts.Any(r => r.HouseholdKey == h.Key && r.Programme == programme && r.Period == period && r.State == RowState.Standing));
        var cells = new List<TargetingCell>();
        await Count(receivers, TargetingCell.Receiving, cells, stop);
        if (cells.Count == 0) return [];
        var each = flags.All.Select(Has).ToList();
        await Count(receivers.Where(Lambda(each.Aggregate(Expression.OrElse))), 0, cells, stop);
        for (var i = 0; i < each.Count; i++) await Count(receivers.Where(Lambda(each[i])), (short)(i + 1), cells, stop);
        return cells;
    }

    /// <summary>The flag is known to hold of the family, or of a person whom a row of the delivery names.</summary>
    private Expression Has(TargetingFlag flag)
    {
        if (flag.Rule.Unit == Unit.Family) return flag.Rule.ForFamilies(assessment.Day).IsTrue.On(_family);
        var (receipts, programme, period) = (registry.Receipts, assessment.Programme, assessment.Period);
        Expression<Func<Person, bool>> isNamed = p => receipts.Any(r => r.HouseholdKey == p.HouseholdKey && r.PersonKey == p.Key && r.Programme == programme && r.Period == period
            && r.State == RowState.Standing);
        var person = Expression.Parameter(typeof(Person), "p");
        var met = Expression.Lambda<Func<Person, bool>>(Expression.AndAlso(flag.Rule.ForPersons(assessment.Day).IsTrue.On(person), isNamed.On(person)), person);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [typeof(Person)], Expression.Property(_family, nameof(Household.Members)), met);
    }

    private async Task Count(IQueryable<Household> families, short code, List<TargetingCell> cells, CancellationToken stop) =>
        cells.AddRange(await families.GroupBy(h => h.VillageCode).Select(g => new TargetingCell
        {
            AssessmentKey = assessment.Key,
            Dimension = TargetingCell.Flags,
            Region = g.Key,
            Level = 4,
            Code = code,
            Outcome = TargetingCell.AllOutcomes,
            Families = g.Count(),
            Persons = g.Sum(h => h.MemberCount),
        }).ToListAsync(stop));

    private Expression<Func<Household, bool>> Lambda(Expression body) => Expression.Lambda<Func<Household, bool>>(body, _family);
}
