using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Regsosek.Api.Rules;
using Regsosek.Api.Statistics;
using Regsosek.Data.Households;

namespace Regsosek.Api.Classification;

/// <summary>A family as far as scoring reads it.</summary>
/// <param name="Answers">In the order of the model's variables of a family.</param>
/// <param name="Counted">Answers that statistics count it by, packed.</param>
internal sealed record FamilyColumns(
    long Key, string SourceId, string ProvinceCode, string RegencyCode, string VillageCode, DateOnly ObservedOn, List<short?> Answers, long Counted);

/// <summary>A member as far as scoring reads him.</summary>
internal sealed record MemberColumns(long Key, long HouseholdKey, bool IsPresent, List<short?> Answers, long Counted);

/// <summary>Reads of families and members what the variables of a model need, and no column besides; then lays it out for the model.</summary>
/// <param name="on">Day on which ages are taken.</param>
/// <param name="counted">What is read to count families; null reads nothing for it.</param>
internal sealed class ScoringColumns(IReadOnlyList<FormVariable> variables, DateOnly on, CountedAnswers? counted = null)
{
    private readonly FormVariable[] _ofFamily = [.. variables.Where(v => v.Unit == Unit.Family)];
    private readonly FormVariable[] _ofMember = [.. variables.Where(v => v.Unit == Unit.Person)];

    public Expression<Func<T, FamilyColumns>> Family<T>()
        where T : HouseholdRecord
    {
        Expression<Func<HouseholdRecord, List<short?>, long, FamilyColumns>> row = (h, answers, packed) =>
            new(h.Key, h.SourceId, h.ProvinceCode, h.RegencyCode, h.VillageCode, h.ObservedOn, answers, packed);
        var of = Expression.Parameter(typeof(T), "h");
        return Lambda<T, FamilyColumns>(row, of, Answers(_ofFamily.Select(v => With(v.OfFamily!, of))), With(counted?.OfFamily ?? (_ => 0), of));
    }

    public Expression<Func<T, MemberColumns>> Member<T>()
        where T : PersonRecord
    {
        Expression<Func<PersonRecord, bool, List<short?>, long, MemberColumns>> row = (p, isPresent, answers, packed) =>
            new(p.Key, p.HouseholdKey, isPresent, answers, packed);
        var of = Expression.Parameter(typeof(T), "p");
        var answers = Answers(_ofMember.Select(v => With(v.OfMember!, of, Expression.Constant(on))));
        return Lambda<T, MemberColumns>(row, of, With(RuleSql.Present, of), answers, With(counted?.OfMember ?? (_ => 0), of));
    }

    /// <summary>Who is not present is passed over.</summary>
    public ScoringInputs Inputs(FamilyColumns family, IEnumerable<MemberColumns> members)
    {
        var answers = new short[FormVariables.OfAFamily];
        Lay(family.Answers, _ofFamily, answers);
        MemberColumns[] present = [.. members.Where(m => m.IsPresent)];
        var ofMembers = new short[present.Length * FormVariables.OfAMember];
        for (var i = 0; i < present.Length; i++)
            Lay(present[i].Answers, _ofMember, ofMembers.AsSpan(i * FormVariables.OfAMember, FormVariables.OfAMember));
        return new(family.ProvinceCode, family.RegencyCode, answers, ofMembers);
    }

    private static void Lay(List<short?> answers, FormVariable[] variables, Span<short> places)
    {
        places.Fill(ScoringInputs.Unknown);
        for (var i = 0; i < variables.Length; i++) places[variables[i].Place] = answers[i] ?? ScoringInputs.Unknown;
    }

    // Not an array: an engine that has arrays would make one of them, which is slower to read than its parts.
    private static ListInitExpression Answers(IEnumerable<Expression> answers) => Expression.ListInit(Expression.New(typeof(List<short?>)), answers);

    private static Expression<Func<T, TRow>> Lambda<T, TRow>(LambdaExpression row, params Expression[] parts) =>
        Expression.Lambda<Func<T, TRow>>(With(row, parts), (ParameterExpression)parts[0]);

    private static Expression With(LambdaExpression of, params Expression[] parts) => ReplacingExpressionVisitor.Replace([.. of.Parameters], parts, of.Body);
}
