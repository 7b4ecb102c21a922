using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Regsosek.Api.Rules;
using Regsosek.Data.Households;

namespace Regsosek.Api.Classification;

/// <summary>A row as far as scoring reads it.</summary>
/// <param name="Counted">Its answers that statistics count it by, packed.</param>
internal sealed record Read<T>(T Row, long Counted);

/// <summary>Projections that read of a family or a person what a model's variables need, and no column besides.</summary>
internal static class ScoringColumns
{
    private static readonly string[] Family =
    [
        nameof(Household.Key), nameof(Household.SourceId), nameof(Household.ProvinceCode), nameof(Household.RegencyCode), nameof(Household.VillageCode),
        nameof(Household.ObservedOn),
    ];

    private static readonly string[] Member = [nameof(Person.Key), nameof(Person.HouseholdKey), nameof(Person.Presence)];

    public static Expression<Func<T, Read<HouseholdRecord>>> OfFamily<T>(
        IReadOnlyList<FormVariable> variables, Expression<Func<HouseholdRecord, long>> counted)
        where T : HouseholdRecord => Only<T, HouseholdRecord>(Family, variables, Unit.Family, counted);

    public static Expression<Func<T, Read<PersonRecord>>> OfPerson<T>(IReadOnlyList<FormVariable> variables, Expression<Func<PersonRecord, long>> counted)
        where T : PersonRecord => Only<T, PersonRecord>(Member, variables, Unit.Person, counted);

    private static Expression<Func<T, Read<TRecord>>> Only<T, TRecord>(
        string[] always, IReadOnlyList<FormVariable> variables, Unit unit, Expression<Func<TRecord, long>> counted)
        where T : TRecord
    {
        var row = Expression.Parameter(typeof(T));
        var columns = always.Concat(variables.Where(v => v.Unit == unit).Select(v => v.Column)).Distinct();
        var bound = columns.Select(c => Expression.Bind(typeof(T).GetProperty(c)!, Expression.Property(row, c)));
        Expression<Func<TRecord, long, Read<TRecord>>> read = (of, packed) => new(of, packed);
        var only = Expression.Convert(Expression.MemberInit(Expression.New(typeof(T)), bound), typeof(TRecord));
        var packed = ReplacingExpressionVisitor.Replace(counted.Parameters[0], row, counted.Body);
        return Expression.Lambda<Func<T, Read<TRecord>>>(ReplacingExpressionVisitor.Replace([.. read.Parameters], [only, packed], read.Body), row);
    }
}
