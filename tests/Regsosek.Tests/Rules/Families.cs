using System.Text.Json;
using Regsosek.Api.Rules;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Rules;

/// <summary>Families made by hand, their answers named as a rule names them.</summary>
internal static class Families
{
    public static readonly string Schema = Path.Combine(AppContext.BaseDirectory, "schema");
    public static readonly Facts Catalogue = Facts.Load(Schema);
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static Household Family(params (string Fact, object? Value)[] answers)
    {
        var family = new Household
        {
            Id = Guid.CreateVersion7(),
            Source = "test",
            SourceId = Guid.CreateVersion7().ToString(),
            ObservedOn = Today.AddMonths(-1),
            ProvinceCode = "91",
            RegencyCode = "91.71",
            DistrictCode = "91.71.01",
            VillageCode = "91.71.01.1001",
            Rank = new RankInForce { ProvinceCode = "91", RegencyCode = "91.71", DistrictCode = "91.71.01", VillageCode = "91.71.01.1001" },
        };
        foreach (var (fact, value) in answers) Set(family, fact, value);
        return family;
    }

    /// <summary>Adds a present member; <c>age</c> gives a birthday some weeks ago.</summary>
    public static Household With(this Household family, params (string Fact, object? Value)[] answers)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            Source = "test",
            ObservedOn = family.ObservedOn,
            Presence = MemberPresence.WithFamily,
            Household = family,
        };
        foreach (var (fact, value) in answers)
        {
            if (fact == "age") person.BirthDate = value is null ? null : Today.AddYears(-(int)value).AddDays(-30);
            else Set(person, fact, value);
        }

        family.Members.Add(person);
        family.MemberCount = (short)family.Members.Count(m => m.Presence is MemberPresence.WithFamily or MemberPresence.NewMember);
        return family;
    }

    public static void Set(object row, string name, object? value)
    {
        var property = row.GetType().GetProperty(char.ToUpperInvariant(name[0]) + name[1..]);
        if (property is null && row is Household family)
        {
            Set(family.Rank, name, value);
            return;
        }

        var type = Nullable.GetUnderlyingType(property!.PropertyType) ?? property.PropertyType;
        property.SetValue(row, value switch
        {
            null => null,
            int code when type.IsEnum => Enum.ToObject(type, code),
            int number => Convert.ChangeType(number, type, null),
            _ => value,
        });
    }

    public static LoadedRule Rule(string json, Unit unit = Unit.Family)
    {
        using var document = JsonDocument.Parse(json);
        return LoadedRule.Load(document.RootElement, unit, Catalogue);
    }

    /// <summary>The outcome for the first member, or for the family when it has none.</summary>
    public static Kleene Ask(this Household family, string json) => family.Members.Count == 0
        ? Rule(json).Decide(family, null, Today)
        : Rule(json, Unit.Person).Decide(family, family.Members[0], Today);
}
