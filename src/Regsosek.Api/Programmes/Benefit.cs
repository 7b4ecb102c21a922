using Regsosek.Api.Rules;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes;

/// <summary>What a programme gives: flat amounts, or amounts for each component found in the family.</summary>
/// <param name="Kind">cash, premium, price, training, housing or food.</param>
public sealed record Benefit(string Kind, IReadOnlyList<Amount> Amounts, IReadOnlyList<Component> Components, Limit? PerFamily, Limit? PerPerson);

/// <param name="Unit">IDR (rupiah) or kg.</param>
/// <param name="Per">month, quarter, year or once.</param>
/// <param name="Verified">False when no published source was found.</param>
/// <param name="Where">Condition in words, when the amount is not for everybody.</param>
public sealed record Amount(decimal Value, string Unit, string Per, bool Verified, Label? Where = null);

/// <summary>Most components that are paid.</summary>
public sealed record Limit(int Value, bool Verified);

/// <summary>A reason to be paid that one person gives.</summary>
public sealed record Component(string Code, Label Label, LoadedRule Rule, IReadOnlyList<Amount> Amounts);

/// <summary>A component as found, and who gives it.</summary>
/// <param name="Paid">Whether it is within the limits; null for those who do not see all components, which the limits count together.</param>
public sealed record FoundComponent(string Code, Label Label, Guid Person, bool? Paid, IReadOnlyList<Amount> Amounts);

/// <summary>What the family or person would get.</summary>
/// <param name="Components">Components known to be there, the highest amount first; the limits pay them in that order.</param>
/// <param name="Undecided">Codes of components that a missing fact leaves open.</param>
public sealed record Entitlement(
    string Kind, IReadOnlyList<Amount> Amounts, IReadOnlyList<FoundComponent> Components, IReadOnlyList<string> Undecided)
{
    public static Entitlement Of(Benefit benefit, Household family, Person? person, DateOnly date)
    {
        IEnumerable<Person> people = person is null ? family.Members.Where(p => p.IsPresent) : [person];
        var judged = people.SelectMany(p => benefit.Components.Select(c => (Person: p, Component: c, Outcome: c.Rule.Decide(family, p, date))))
            .ToList();
        var certain = judged.Where(j => j.Outcome == Kleene.True).OrderByDescending(j => j.Component.Amounts[0].Value);

        List<FoundComponent> found = [];
        foreach (var (giver, component, _) in certain)
        {
            var paid = found.Count(f => f.Paid == true) < (benefit.PerFamily?.Value ?? int.MaxValue)
                && found.Count(f => f.Paid == true && f.Person == giver.Id) < (benefit.PerPerson?.Value ?? int.MaxValue);
            found.Add(new(component.Code, component.Label, giver.Id, paid, component.Amounts));
        }

        return new(benefit.Kind, benefit.Amounts, found,
            [.. judged.Where(j => j.Outcome == Kleene.Unknown).Select(j => j.Component.Code).Distinct()]);
    }
}
