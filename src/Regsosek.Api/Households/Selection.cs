using System.Runtime.CompilerServices;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Households;

/// <summary>Which fields an answer holds: all by default, those of <c>fields=</c> otherwise. A hidden field that is named is
/// refused, not left out.</summary>
public sealed record Selection(IReadOnlyList<Field<HouseholdView>> Household, IReadOnlyList<Field<MemberView>>? Members)
{
    public const string MembersField = "members";

    /// <summary>What means nothing without the classification beside it.</summary>
    private static readonly string[] Ranked = ["decile", "welfareClass", "score"];

    /// <summary>What most requests ask for, made once: without members, and with.</summary>
    private static readonly ConditionalWeakTable<Fields<HouseholdView>, Wholes> Whole = [];

    private static readonly string[] Kept =
    [
        nameof(HouseholdView.Id), nameof(HouseholdView.Key), nameof(HouseholdView.Charged), nameof(HouseholdView.HeadIsChild),
    ];

    private sealed record Wholes(Selection Families, Selection WithMembers);

    private FieldGroups? _groups;
    private UInt128? _columns;

    /// <summary>Field groups an answer with these fields stands on.</summary>
    public FieldGroups Groups => _groups ??=
        Household.Select(f => f.Group).Concat(Members?.Select(f => f.Group) ?? []).Aggregate(FieldGroups.None, (all, group) => all | group);

    /// <summary>Members of the view that a read for these fields takes: what they are made of, and what the path itself needs.</summary>
    internal UInt128 Columns =>
        _columns ??= Columns<HouseholdView>.Of(Household.Select(f => f.Property.Name).Select(Source).OfType<string>().Concat(Kept));

    /// <summary>What is asked, for the access log: fields= when named, include=members otherwise.</summary>
    public string? Shape { get; init; }

    /// <summary>The member of the view that holds what a field is made of; null for none.</summary>
    private static string? Source(string member) => member switch
    {
        nameof(HouseholdView.FamilyCard) => nameof(HouseholdView.FamilyCardSealed),
        nameof(HouseholdView.Classification) => nameof(HouseholdView.RunKey),
        nameof(HouseholdView.Members) => null,
        _ => member,
    };

    public bool Names(string property) => Household.Any(f => f.Property.Name == property);

    public static Selection Of(string? fields, bool includeMembers, Fields<HouseholdView> households, Fields<MemberView> members, Caller caller)
    {
        if (fields is null)
        {
            var whole = Whole.GetValue(households, all => new Wholes(
                new([.. all.All.Where(f => f.Name != MembersField)], null), new(all.All, members.All) { Shape = "include=members" }));
            return includeMembers ? whole.WithMembers : whole.Families;
        }

        var names = fields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0) throw new ProblemException(Problems.Invalid("fields", "names at least one field."));
        var ofMembers = names.Where(n => n.StartsWith(MembersField + '.', StringComparison.Ordinal))
            .Select(n => members.Named(n[(MembersField.Length + 1)..], "fields", caller)).ToList();
        var own = names.Where(n => !n.Contains('.')).Select(n => households.Named(n, "fields", caller)).ToList();
        if (names.FirstOrDefault(n => n.Contains('.') && !n.StartsWith(MembersField + '.', StringComparison.Ordinal)) is { } stray)
            throw new ProblemException(Problems.Invalid("fields", $"'{stray}' is not a field."));
        if (own.Any(f => Ranked.Contains(f.Name)) && own.All(f => f.Name != "classification")) own.Add(households.Find("classification")!);
        var withMembers = includeMembers || ofMembers.Count > 0 || own.Any(f => f.Name == MembersField);
        if (withMembers && own.All(f => f.Name != MembersField)) own.Add(households.Find(MembersField)!);
        return new([households.Find("id")!, .. own.Where(f => f.Name != "id").DistinctBy(f => f.Name)],
            !withMembers ? null : ofMembers.Count > 0 ? ofMembers : members.All)
        { Shape = $"fields={string.Join(',', names)}" };
    }
}
