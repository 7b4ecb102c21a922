using System.Linq.Expressions;
using Regsosek.Api.Rules;
using Regsosek.Data.Households;

namespace Regsosek.Api.Classification;

/// <summary>A question of form K that scoring can read.</summary>
/// <param name="Number">Number on the form, or that of the group it belongs to: 407 is the age on the day of the run.</param>
/// <param name="Column">Column of the table of families or persons.</param>
/// <param name="Place">Where <see cref="ScoringInputs"/> keeps the answer, among those of the family or of a member.</param>
public sealed record FormVariable(string Number, string Column, Unit Unit, int Place)
{
    internal Expression<Func<HouseholdRecord, short?>>? OfFamily { get; init; }

    internal Expression<Func<PersonRecord, DateOnly, short?>>? OfMember { get; init; }
}
