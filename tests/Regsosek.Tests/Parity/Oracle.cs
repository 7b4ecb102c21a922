using System.Globalization;
using Regsosek.Data;
using Regsosek.Data.Households;
using static Regsosek.Data.FieldGroups;

namespace Regsosek.Tests.Parity;

/// <summary>What every surface must answer to one partner, worked out in memory from the stored rows by the words of docs/access.md. It is written
/// to be checked against that page, not to be fast, and shares no filter, mask or query with the hub.</summary>
internal sealed partial class Oracle(Stored stored, Terms terms, Func<Guid, Guid> pseudonym)
{
    private Oracle? _present;

    /// <summary>What holds of the present.</summary>
    public Oracle Now => _present ?? this;

    /// <summary>What holds as of when a query asks.</summary>
    public Oracle At(Query query) => query.Moment(stored.Today) is not { } asked ? this : new(stored.At(asked.Day, asked.KnownAt), terms, pseudonym) { _present = this };

    public Terms Terms => terms;

    public Stored Stored => stored;

    public bool Sees(FieldGroups groups) => (terms.Fields & groups) == groups;

    // --- The caller -------------------------------------------------------------------------------------------------------------------------

    /// <summary>The problem every route answers with before anything is read; null when the agreement lets the caller in.</summary>
    public string? RefusesAll =>
        !terms.IsActive || terms.Days.From > 0 || terms.Days.To < 0 ? "agreement-not-in-force"
        : !terms.Purposes.Contains(Terms.TokenPurpose) ? "purpose-not-agreed"
        : terms.WantsEndUser && !terms.SaysEndUser ? "end-user-required"
        : null;

    public bool HasScope(string scope) => terms.Scopes.Contains(scope);

    // --- Rows: regions and limit ------------------------------------------------------------------------------------------------------------

    /// <summary>A family exists for the caller when a region of the agreement holds it and the limit is known to hold; in the past, when it did then and
    /// does today.</summary>
    public bool IsThere(Household h) => terms.Regions.Any(code => IsIn(h, code)) && (terms.Limit is null || terms.Limit.Holds(h, stored.Today))
        && (_present is null || _present.IsThere(_present.Stored.Families.Single(now => now.Key == h.Key)));

    public IEnumerable<Household> Families => stored.Families.Where(IsThere);

    private static bool IsIn(Household h, string code) =>
        code == "ID" || code == h.ProvinceCode || code == h.RegencyCode || code == h.DistrictCode || code == h.VillageCode;

    // --- Lists ------------------------------------------------------------------------------------------------------------------------------

    /// <summary>Hidden fields that the query names: the answer names one of them.</summary>
    public IReadOnlyList<string> HiddenNames(Query query) =>
    [
        .. (query.Fields ?? []).Where(f => !Sees(GroupOfField(f))).Select(f => f.Split('.')[^1]),
        .. query.Filters.Where(f => !Sees(GroupOfFilter(f.Name))).Select(f => f.Name),
        .. new[] { query.Sort?.TrimStart('-') }.OfType<string>().Where(sort => !Sees(GroupOfSort(sort))),
    ];

    /// <summary>Families that match, in order: by the sorted value, then as they were entered; a minus turns both. Those without the value come last.</summary>
    public List<Household> List(Query query)
    {
        var found = Families.Where(h => Matches(h, query.Filters)).OrderBy(h => h.Key).ToList();
        if (query.Sort is null) return found;
        var sorted = found.OrderBy(h => SortValue(h)).ThenBy(h => h.Key).ToList();
        if (query.Sort.StartsWith('-')) sorted.Reverse();
        return [.. sorted.Where(h => SortValue(h) is not null), .. sorted.Where(h => SortValue(h) is null)];
    }

    private static double? SortValue(Household h) => h.Rank.Percentile;

    private bool Matches(Household h, IReadOnlyList<(string Name, string Text)> filters) =>
        filters.Where(f => !IsOfMember(f.Name)).All(f => Holds(h, f.Name, f.Text.Split(',')))
        && (!filters.Any(f => IsOfMember(f.Name))
            || h.Members.Any(p => filters.Where(f => IsOfMember(f.Name)).All(f => Holds(p, f.Name, f.Text.Split(',')))));

    private bool Holds(Household h, string filter, string[] texts) => filter switch
    {
        "region" => texts.Any(code => IsIn(h, code)),
        "welfareClass" => texts.Contains(h.Rank.WelfareClass?.ToString()),
        "decile" => texts.Any(range => InRange(h.Rank.Decile, range)),
        "memberCount" => texts.Any(range => InRange(h.MemberCount, range)),
        "declaredReceipt" => texts.Any(aid => Received(h, aid) == YesNo.Yes),
        ProgrammeStatus => texts.Any(status => HasStatus(h, status)),
        _ => texts.Any(code => IsCode(Number(OracleFields.FamilyByName[filter].Stored(h)), int.Parse(code), isSum: false)),
    };

    /// <summary>On what the caller sees of the member: a folded illness and a hidden carer count as they are shown.</summary>
    private bool Holds(Person p, string filter, string[] texts)
    {
        if (filter == "memberAge") return texts.Any(range => InRange(AgeOf(p, stored.Today), range));
        if (filter == "sectorGroup") return texts.Any(group => InGroup((int?)p.Sector, group) || InGroup((int?)p.BusinessSector, group));
        var question = Question.All.Single(q => q.OfPerson && "member" + q.Property == filter);
        return texts.Any(code => IsCode(Number(Shown(p, question.Name)), int.Parse(code), question.IsSum));
    }

    private static YesNo? Received(Household h, string aid) => aid switch
    {
        "sembako" => h.ReceivedSembako,
        "pkh" => h.ReceivedPkh,
        "bltDesa" => h.ReceivedBltDesa,
        "electricity" => h.ReceivedElectricity,
        "localAid" => h.ReceivedLocalAid,
        "fertilizer" => h.ReceivedFertilizer,
        _ => h.ReceivedLpg,
    };

    private static bool InGroup(int? sector, string group) => group switch
    {
        "agriculture" => sector is >= 1 and <= 6,
        "industry" => sector is >= 7 and <= 11,
        _ => sector is >= 12 and <= 26,
    };

    private static bool InRange(int? value, string range) =>
        range.Split('-') is var ends && value >= int.Parse(ends[0]) && value <= int.Parse(ends[^1]);

    /// <summary>Of a sum every flag counts by itself; 0 is none and 99 "don't know", whose number holds flags by accident.</summary>
    private static bool IsCode(int? answer, int code, bool isSum) => isSum && code is not (0 or 99)
        ? answer is { } sum && sum != 99 && (sum & code) == code
        : answer == code;

    private static int? Number(object? answer) => answer is null ? null : Convert.ToInt32(answer, CultureInfo.InvariantCulture);

    // --- Groups of what a query may name ----------------------------------------------------------------------------------------------------

    public static bool IsOfMember(string filter) => filter is "sectorGroup" or "memberAge" || (filter.StartsWith("member", StringComparison.Ordinal)
        && filter != "memberCount");

    public static FieldGroups GroupOfField(string name) => name.StartsWith("members.", StringComparison.Ordinal)
        ? OracleFields.MemberByName[name["members.".Length..]].Group
        : OracleFields.FamilyByName[name].Group;

    public static FieldGroups GroupOfSort(string sort) => sort == "rank" ? FieldGroups.Classification : GroupOfField(sort);

    public static FieldGroups GroupOfFilter(string filter) => filter switch
    {
        "region" or ProgrammeStatus => None,
        "declaredReceipt" => Protection,
        "sectorGroup" => Work,
        "memberAge" => Demography,
        _ when IsOfMember(filter) => OracleFields.GroupOf(Question.All.Single(q => q.OfPerson && "member" + q.Property == filter)),
        _ => GroupOfField(filter),
    };
}
