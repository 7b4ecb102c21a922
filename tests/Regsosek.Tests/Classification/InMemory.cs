using Regsosek.Api.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Classification;

/// <summary>Inputs of a family that is in no database, read by the projections that a run reads with.</summary>
internal static class InMemory
{
    private static readonly Reader OfAll = new(FormVariables.All, TestFamily.Day);

    public static ScoringInputs Of(Household household, IEnumerable<Person> members, DateOnly on, IReadOnlyList<FormVariable>? variables = null) =>
        (variables is null && on == TestFamily.Day ? OfAll : new(variables ?? FormVariables.All, on)).Of(household, members);

    private sealed class Reader
    {
        private readonly ScoringColumns _columns;
        private readonly Func<Household, FamilyColumns> _family;
        private readonly Func<Person, MemberColumns> _member;

        public Reader(IReadOnlyList<FormVariable> variables, DateOnly on)
        {
            _columns = new(variables, on);
            (_family, _member) = (_columns.Family<Household>().Compile(), _columns.Member<Person>().Compile());
        }

        public ScoringInputs Of(Household household, IEnumerable<Person> members) => _columns.Inputs(_family(household), members.Select(_member));
    }
}
