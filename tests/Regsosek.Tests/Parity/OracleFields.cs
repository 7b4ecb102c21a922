using System.Text.Json.Nodes;
using Regsosek.Data;
using Regsosek.Data.Households;
using static Regsosek.Data.FieldGroups;

namespace Regsosek.Tests.Parity;

/// <summary>One field as docs/access.md has it: its name, the groups it needs, and the stored value it shows when it is granted.</summary>
internal sealed record OracleField<T>(string Name, FieldGroups Group, Func<T, object?> Stored);

/// <summary>The fields of family and member with their groups, said once more from docs/access.md and the numbers of the form:
/// nothing here comes from the hub's own field tables or from the groups the dictionary names.</summary>
internal static class OracleFields
{
    public static readonly IReadOnlyList<OracleField<Household>> OfFamily =
    [
        new("id", None, h => h.Id),
        new("region", None, h => h.VillageCode),
        new("observedOn", None, h => h.ObservedOn),
        new("members", None, _ => null),
        new("headName", Identity, h => h.HeadName),
        new("familyCard", Identity, _ => null),
        new("respondentName", Identity | Children, h => h.RespondentName),
        new("respondentPhone", Identity | Children, h => h.RespondentPhone),
        new("buildingGroup", Location, h => h.BuildingGroup),
        new("latitude", Coordinates, h => h.Latitude),
        new("longitude", Coordinates, h => h.Longitude),
        new("memberCount", Demography, h => h.MemberCount),
        new("welfareClass", FieldGroups.Classification, h => h.Rank.WelfareClass),
        new("decile", FieldGroups.Classification, h => h.Rank.Decile),
        new("classification", FieldGroups.Classification, _ => null),
        new("score", Score, h => h.Rank.Score),
        .. Answers<Household>(ofPerson: false),
    ];

    public static readonly IReadOnlyList<OracleField<Person>> OfMember =
    [
        new("id", None, p => p.Id),
        new("observedOn", None, p => p.ObservedOn),
        new("name", Identity, p => p.Name),
        new("nik", Identity, _ => null),
        new("birthDate", Demography, p => p.BirthDate),
        new("age", Demography, _ => null),
        .. Answers<Person>(ofPerson: true),
    ];

    public static readonly IReadOnlyDictionary<string, OracleField<Household>> FamilyByName = OfFamily.ToDictionary(f => f.Name);
    public static readonly IReadOnlyDictionary<string, OracleField<Person>> MemberByName = OfMember.ToDictionary(f => f.Name);

    /// <summary>The table of groups in docs/access.md, by question.</summary>
    public static FieldGroups GroupOf(Question question) => question.Number switch
    {
        "105" or "105sub" or "106" or "107" or "109" or "110" or "113" => Location,
        "111" => FieldGroups.Classification,
        "115" or "202" or "202a" or "204" or "204a" => Identity,
        "VI" => Identity | Children,
        "410" => Health,
        "428f" or "428j" => HealthSensitive,
        _ => question.Block switch
        {
            >= 301 and <= 310 => Housing,
            >= 412 and <= 415 => Education,
            >= 416 and <= 426 => Work,
            >= 427 and <= 430 => Health,
            431 or 501 => Protection,
            >= 502 and <= 506 => Assets,
            _ => Demography,
        },
    };

    /// <summary>How a stored value looks in JSON: codes as numbers, dates as yyyy-MM-dd, the class by its name.</summary>
    public static JsonNode? Json(object? value) => value switch
    {
        null => null,
        Guid id => id.ToString(),
        DateOnly date => date.ToString("yyyy-MM-dd"),
        WelfareClass welfare => welfare.ToString(),
        Enum code => Convert.ToInt32(code, null),
        short number => (int)number,
        string text => text,
        double number => number,
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static IEnumerable<OracleField<T>> Answers<T>(bool ofPerson) => Question.All.Where(q => q.OfPerson == ofPerson).Select(q =>
    {
        var property = typeof(T).GetProperty(q.Property)!;
        return new OracleField<T>(q.Name, GroupOf(q), row => property.GetValue(row));
    });
}
