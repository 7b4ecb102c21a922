using Regsosek.Data;

namespace Regsosek.Api.Rules;

/// <summary>What somebody must see of everybody to be told how many a rule over a fact finds.</summary>
internal static class NeededGroups
{
    /// <summary>Of a person the group that shows it hides it of some: the identity of children by another group.</summary>
    private static readonly (FieldGroups Shown, FieldGroups Whole)[] Partly = [(FieldGroups.Identity, FieldGroups.Identity | FieldGroups.Children)];

    /// <summary>A carer is hidden where only a hidden difficulty explains him; a rule reads the row.</summary>
    public static FieldGroups Needed(this Fact fact) => Partly.Where(p => (fact.Group & p.Shown) != 0).Aggregate(fact.Group, (all, p) => all | p.Whole)
        | (fact.Name == "carer" ? FieldGroups.HealthSensitive : FieldGroups.None);
}
