using System.Linq.Expressions;
using Regsosek.Api.Rules;
using Regsosek.Data.Households;

namespace Regsosek.Api.Classification;

/// <summary>Projections that read of a family or a person what a model's variables need, and no column besides.</summary>
internal static class ScoringColumns
{
    private static readonly string[] Family =
    [
        nameof(Household.Key), nameof(Household.SourceId), nameof(Household.ProvinceCode), nameof(Household.RegencyCode), nameof(Household.VillageCode),
        nameof(Household.ObservedOn),
    ];

    private static readonly string[] Member = [nameof(Person.Key), nameof(Person.HouseholdKey), nameof(Person.Presence)];

    public static Expression<Func<T, T>> OfFamily<T>(IReadOnlyList<FormVariable> variables)
        where T : HouseholdRecord => Only<T>(Family, variables, Unit.Family);

    public static Expression<Func<T, T>> OfPerson<T>(IReadOnlyList<FormVariable> variables)
        where T : PersonRecord => Only<T>(Member, variables, Unit.Person);

    private static Expression<Func<T, T>> Only<T>(string[] always, IReadOnlyList<FormVariable> variables, Unit unit)
    {
        var row = Expression.Parameter(typeof(T));
        var columns = always.Concat(variables.Where(v => v.Unit == unit).Select(v => v.Column)).Distinct();
        var bound = columns.Select(c => Expression.Bind(typeof(T).GetProperty(c)!, Expression.Property(row, c)));
        return Expression.Lambda<Func<T, T>>(Expression.MemberInit(Expression.New(typeof(T)), bound), row);
    }
}
