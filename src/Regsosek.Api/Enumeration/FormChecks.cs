using Regsosek.Api.Reference;
using Regsosek.Api.Rules;
using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

/// <summary>Runs the checks between answers over one family, and says where in the source's row they point.</summary>
internal sealed class FormChecks(ReadingPlan<Household> family, ReadingPlan<Person> person, DataDictionary dictionary, Facts facts)
{
    private readonly AskedRules<Household> _askedFamily = new("family", family, dictionary, facts);
    private readonly AskedRules<Person> _askedPerson = new("person", person, dictionary, facts);
    private readonly (FamilyRule Rule, string Field)[] _family = [.. FamilyRules.All.Select(r => (r, family.FieldOf(r.Variable) ?? ""))];
    private readonly (MemberRule Rule, string Field)[] _member = [.. MemberRules.All.Select(r => (r, person.FieldOf(r.Variable) ?? ""))];

    public void Run(Interviewed interviewed, Faults faults)
    {
        var household = interviewed.Household;
        var members = interviewed.Members;

        // Nobody was interviewed: that is one fact, not a hundred unanswered questions.
        var isInterview = household.EnumerationResult is null or VisitResult.Complete or VisitResult.Partial;
        if (isInterview) _askedFamily.Check(household, new Subject(household, null), Faults.Family, faults);
        foreach (var (rule, field) in _family)
            if (rule.IsBroken(interviewed)) faults.Add(rule.Check, field);

        for (var i = 0; i < members.Count; i++)
        {
            if (isInterview) _askedPerson.Check(members[i], new Subject(household, members[i]), i, faults);
            foreach (var (rule, field) in _member)
                if (rule.IsBroken(members[i], interviewed)) faults.Add(rule.Check, field, i);
        }
    }
}
