using System.Linq.Expressions;
using Regsosek.Api.Statistics;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes.Simulations;

/// <summary>What moves are counted by: the regency, and dimensions of the statistics that the caller may see of families.</summary>
public sealed class MoveGroups(Dimensions dimensions)
{
    public const string Regency = "regency";
    private static readonly Dictionary<string, FieldGroups> Named = new()
    {
        ["class"] = FieldGroups.Classification,
        ["decile"] = FieldGroups.Classification,
        ["sexOfHead"] = FieldGroups.Demography,
        ["disability"] = FieldGroups.Health,
    };

    private readonly (Dimension Dimension, FieldGroups Group, Func<PersonRecord, int?>? OfMember)[] _counted =
        [.. dimensions.All.Where(d => Named.ContainsKey(d.Name)).Select(d => (d, Named[d.Name], d.OfMember?.Compile()))];

    internal IEnumerable<Expression<Func<PersonRecord, int?>>> OfMembers => _counted.Select(c => c.Dimension.OfMember!).Where(m => m is not null);

    internal IEnumerable<(string By, string Code)> Of(Household family, Caller caller)
    {
        yield return (Regency, family.RegencyCode);
        foreach (var (dimension, group, ofMember) in _counted)
        {
            if (!caller.Sees(group)) continue;
            var place = ofMember is not null ? dimension.Place(family.Members.Where(m => m.IsPresent).Max(ofMember)) : Place(dimension, family);
            yield return (dimension.Name, place < dimension.Codes.Count ? dimension.Codes[place].Text : Dimensions.Unanswered);
        }
    }

    private static int Place(Dimension dimension, Household family) => family.Rank is { Decile: { } decile, WelfareClass: { } @class }
        ? dimension.Place(dimension.OfRank!(new(@class, decile, null))) : dimension.Codes.Count;
}
