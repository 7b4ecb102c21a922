using System.Linq.Expressions;
using Regsosek.Api.Access;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Cases;
using Regsosek.Data.Households;
using Regsosek.Data.Participation;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting.Assessing;

/// <summary>The subjects of an assessment as a query: the rule, the deliveries and the cases are read by the engine. Of a programme for persons these are the members
/// who are present, and those who are not and are paid by their own number: they are entitled to nothing.</summary>
internal sealed class Subjects(Registry registry, Assessment assessment, Unit unit, ProgrammeVersion version, TargetingDimensions dimensions)
{
    private readonly string _programme = assessment.Programme;
    private readonly int _period = assessment.Period;

    public IQueryable<AssessedSubject> In(string regency) => unit == Unit.Family ? Families(regency) : Persons(regency);

    private IQueryable<AssessedSubject> Families(string regency)
    {
        var (receipts, cases, programme, period) = (registry.Receipts, registry.Cases, _programme, _period);
        Expression<Func<Household, bool, bool, int?, int?, AssessedSubject>> subject = (h, isTrue, isFalse, sex, worst) => new()
        {
            HouseholdKey = h.Key,
            PersonKey = TargetingCase.OfFamily,
            Village = h.VillageCode,
            Persons = h.MemberCount,
            Standing = isTrue ? 1 : isFalse ? 2 : 3,
            Receives = receipts.Any(r => r.HouseholdKey == h.Key && r.Programme == programme && r.Period == period && r.State == RowState.Standing),
            Acted = cases.Any(c => c.HouseholdKey == h.Key && c.PersonKey == TargetingCase.OfFamily && c.Programme == programme
                && c.State == CaseState.Closed && c.Outcome != CaseOutcome.ResolvedByData && c.Kind == (isTrue ? CaseKind.Exclusion : CaseKind.Inclusion)),
            Class = (int?)h.Rank.WelfareClass,
            Decile = h.Rank.Decile,
            SexOfHead = sex,
            Disability = worst,
        };
        var family = Expression.Parameter(typeof(Household), "h");
        var rule = version.Rule.ForFamilies(assessment.Day);
        return registry.Households.Where(h => h.RegencyCode == regency).Select(Expression.Lambda<Func<Household, AssessedSubject>>(
            subject.On(family, rule.IsTrue.On(family), rule.IsFalse.On(family), Highest(family, "sexOfHead"), Highest(family, "disability")), family));
    }

    private IQueryable<AssessedSubject> Persons(string regency)
    {
        var (receipts, cases, programme, period) = (registry.Receipts, registry.Cases, _programme, _period);
        Expression<Func<Person, bool, bool, bool, int?, int?, AssessedSubject>> subject = (p, isPresent, isTrue, isFalse, sex, worst) => new()
        {
            HouseholdKey = p.HouseholdKey,
            PersonKey = p.Key,
            Village = p.Household.VillageCode,
            Persons = 1,
            Standing = !isPresent ? 2 : isTrue ? 1 : isFalse ? 2 : 3,
            Receives = receipts.Any(r => r.HouseholdKey == p.HouseholdKey && (r.PersonKey == p.Key || r.PersonKey == null) && r.Programme == programme && r.Period == period
                && r.State == RowState.Standing),
            Acted = cases.Any(c => c.HouseholdKey == p.HouseholdKey && c.PersonKey == p.Key && c.Programme == programme
                && c.State == CaseState.Closed && c.Outcome != CaseOutcome.ResolvedByData && c.Kind == (isPresent && isTrue ? CaseKind.Exclusion : CaseKind.Inclusion)),
            Class = (int?)p.Household.Rank.WelfareClass,
            Decile = p.Household.Rank.Decile,
            SexOfHead = sex,
            Disability = worst,
        };
        Expression<Func<Person, bool>> isNamed = p => receipts.Any(r => r.HouseholdKey == p.HouseholdKey && r.PersonKey == p.Key && r.Programme == programme && r.Period == period
            && r.State == RowState.Standing);
        var person = Expression.Parameter(typeof(Person), "p");
        var (family, present) = (Expression.Property(person, nameof(Person.Household)), RuleSql.Present.On(person));
        var rule = version.Rule.ForPersons(assessment.Day);
        return registry.Persons.Where(p => p.Household.RegencyCode == regency)
            .Where(Expression.Lambda<Func<Person, bool>>(Expression.OrElse(present, isNamed.On(person)), person))
            .Select(Expression.Lambda<Func<Person, AssessedSubject>>(
                subject.On(person, present, rule.IsTrue.On(person), rule.IsFalse.On(person), Highest(family, "sexOfHead"), Highest(family, "disability")), person));
    }

    /// <summary>Of the members present the highest reading of a dimension, as the statistics take it.</summary>
    private MethodCallExpression Highest(Expression family, string dimension)
    {
        var present = Expression.Call(typeof(Enumerable), nameof(Enumerable.Where), [typeof(Person)], Expression.Property(family, nameof(Household.Members)), RuleSql.Present);
        var member = Expression.Parameter(typeof(Person), "m");
        var read = Expression.Lambda<Func<Person, int?>>(dimensions.Named(dimension)!.OfMember!.On(member), member);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Max), [typeof(Person)], present, read);
    }
}
