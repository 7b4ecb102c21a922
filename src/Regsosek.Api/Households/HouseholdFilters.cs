using System.Linq.Expressions;
using Regsosek.Api.Participation;
using Regsosek.Api.Reference;
using Regsosek.Data;
using Regsosek.Data.Participation;

namespace Regsosek.Api.Households;

/// <summary>One filter of the household list: the same on REST and GraphQL. It works on the masked view and names the groups it needs.</summary>
public sealed record Filter(string Name, string Says, FieldGroups Group, string Example, bool OnMember)
{
    /// <summary>Predicate over a <see cref="HouseholdView"/>, or over a <see cref="MemberView"/> when <see cref="OnMember"/>.</summary>
    public required FilterTest Test { get; init; }
}

/// <summary>A predicate over a view from the text of a filter.</summary>
public delegate Expression FilterTest(ParameterExpression view, string text, FilterGround ground);

/// <summary>What a predicate stands on beside the view: the day on which ages are taken, what families were given, and of which periods it is told.</summary>
public sealed record FilterGround(DateOnly Today, IQueryable<Receipt> Receipts, IQueryable<DeliveredPeriod> Periods)
{
    /// <summary>No family up to this key is asked for: what is read beside the families need not begin before it.</summary>
    public long After { get; init; } = long.MinValue;
}

/// <summary>All filters: some written here, the rest from the dictionary (every coded question of the family and of its members).</summary>
public sealed class HouseholdFilters
{
    private readonly Dictionary<string, Filter> _byName;

    public HouseholdFilters(DataDictionary dictionary)
    {
        IEnumerable<Filter> all = [.. Written(), .. Coded(dictionary, "family"), .. Coded(dictionary, "person")];
        _byName = all.ToDictionary(f => f.Name);
    }

    public IReadOnlyCollection<Filter> All => _byName.Values;

    public Filter? Find(string name) => _byName.GetValueOrDefault(name);

    private static IEnumerable<Filter> Written() =>
    [
        new("region", "Region at any level, Kemendagri code; several by comma.", FieldGroups.None, "91.71.03", false) { Test = FilterTests.Region },
        new("welfareClass", "Welfare class of scheme regsosek-1; several by comma.", FieldGroups.Classification, "MISKIN_EKSTREM,SANGAT_MISKIN",
            false) { Test = FilterTests.WelfareClass },
        new("decile", "Decile; several by comma, or a range such as 1-4.", FieldGroups.Classification, "1-4",
            false) { Test = FilterTests.Range<HouseholdView>("decile", nameof(HouseholdView.Decile), 1, 10) },
        new("memberCount", "Members present; a number or a range.", FieldGroups.Demography, "1-3",
            false) { Test = FilterTests.Range<HouseholdView>("memberCount", nameof(HouseholdView.MemberCount)) },
        new("declaredReceipt",
            "Programme the family said it received in the last year (501): sembako, pkh, bltDesa, electricity, localAid, fertilizer, lpg.",
            FieldGroups.Protection, "pkh", false) { Test = FilterTests.DeclaredReceipt },
        new(StatusFilter.Name, StatusFilter.Says, FieldGroups.None, "PKH:not-receiving", false) { Test = StatusFilter.Test },
        new("sectorGroup", "Some member works or has a business in: agriculture (01–06), industry (07–11), services (12–26).", FieldGroups.Work,
            "agriculture", true) { Test = FilterTests.SectorGroup },
        new("memberAge", "Some member of this age or range, in completed years today.", FieldGroups.Demography, "0-4",
            true) { Test = FilterTests.Age },
    ];

    private static IEnumerable<Filter> Coded(DataDictionary dictionary, string unit)
    {
        var onMember = unit == "person";
        var view = onMember ? typeof(MemberView) : typeof(HouseholdView);
        foreach (var variable in dictionary.Variables.Where(v => v.Unit == unit && v.IsCoded && v.Stored == "answers"))
        {
            var property = view.GetProperty(char.ToUpperInvariant(variable.Name[0]) + variable.Name[1..])!;
            var name = onMember ? "member" + property.Name : variable.Name;
            var codes = dictionary.CodeLists[variable.CodeList!].Codes.Select(c => c.Value).ToHashSet();
            var says = (onMember ? "Some member with: " : "") + $"{variable.En} ({variable.Id}), question {variable.Q}; official codes by comma."
                + (onMember ? " All member filters must hold for one and the same member." : "");
            yield return new(name, says, variable.FieldGroup, string.Join(',', codes.Take(2)), onMember)
            {
                Test = variable.Type == "sum" ? FilterTests.Flag(name, property, codes) : FilterTests.Codes(name, property, codes),
            };
        }
    }
}
