using Regsosek.Api.Access;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes;

/// <summary>The fewest documents or register entries that would turn the verdict over, where they are wrong. It says where to look, not that they are.</summary>
/// <param name="Verdict">What it would be then.</param>
public sealed record SmallestChangeView(Standing Verdict, IReadOnlyList<FactChangeView> Changes)
{
    /// <summary>For who has the scope and sees all that the rule stands on; null for others, and where no such change turns it over.</summary>
    public static SmallestChangeView? Of(ProgrammeVersion version, Household family, Person? person, DateOnly on, Caller caller, Identities identities)
    {
        if (!caller.Scopes.Contains(Scopes.EligibilityAdvise) || !caller.Sees(version.Rule.Groups)) return null;
        if (version.Rule.Changes(family, person, on) is not { } changes) return null;
        var now = version.Rule.Decide(family, person, on);
        return new(now == Kleene.True ? Standing.NOT_ELIGIBLE : Standing.ELIGIBLE, [.. changes.Select(c => new FactChangeView(
            c.Fact.Name, c.Fact.Label, $"{c.Fact.Name} {c.Test.Show(c.Fact.Show)}", c.Fact.Contest, identities.Show(c.Person.Id)))]);
    }
}

/// <summary>One of them.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Label">What it is.</param>
/// <param name="Needed">What it would have to be.</param>
/// <param name="Contest">Where it is put right.</param>
/// <param name="PersonId">Whose it is.</param>
public sealed record FactChangeView(string Fact, Label Label, string Needed, Label? Contest, Guid PersonId);
