using System.Linq.Expressions;
using System.Text.Json;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Rules;

/// <summary>The comparable questions of the dictionary; texts, dates and identifiers are nothing that a rule compares.</summary>
internal static class Questions
{
    public static IEnumerable<(string Number, Fact Fact)> Read(JsonElement dictionary, Universes universes)
    {
        var codeLists = dictionary.GetProperty("codeLists");
        foreach (var variable in dictionary.GetProperty("variables").EnumerateArray())
        {
            if (Type(Text(variable, "type")!) is not { } type || Text(variable, "stored") != "answers") continue;
            var unit = Text(variable, "unit") == "person" ? Unit.Person : Unit.Family;
            var name = Text(variable, "name")!;
            yield return (Text(variable, "q")!, new Column(Property(unit, name))
            {
                Name = name,
                Label = new(Text(variable, "en")!, Text(variable, "id")!),
                Unit = unit,
                Type = type,
                Source = FactSource.Survey,
                Group = Group(variable),
                Codes = Text(variable, "codeList") is { } list ? Codes(codeLists.GetProperty(list)) : new Dictionary<int, Label>(),
                UnknownCodes = Numbers(variable, "unknownCodes"),
                ShelfLifeMonths = variable.GetProperty("shelfLifeMonths") is { ValueKind: JsonValueKind.Number } months ? months.GetInt32() : null,
                Universe = Text(variable, "universe") is { } universe ? universes.Read(universe) : null,
            });
        }
    }

    private static FactType? Type(string type) => type switch
    {
        "code" or "yesNo" or "yesNoUnknown" => FactType.Code,
        "sum" => FactType.Sum,
        "integer" or "decimal" => FactType.Number,
        _ => null,
    };

    private static LambdaExpression Property(Unit unit, string name)
    {
        var row = Expression.Parameter(unit == Unit.Family ? typeof(Household) : typeof(Person));
        var property = row.Type.GetProperty(char.ToUpperInvariant(name[0]) + name[1..])
            ?? throw new RuleException(name, $"is no column of {row.Type.Name}");
        return Expression.Lambda(Expression.Property(row, property), row);
    }

    /// <summary>One sensitive answer makes the whole question sensitive: a verdict shows what was found.</summary>
    private static FieldGroups Group(JsonElement variable) => FieldGroupNames.Parse(Text(variable, "group")!)
        | (Numbers(variable, "sensitiveCodes").Length > 0 ? FieldGroups.HealthSensitive : FieldGroups.None);

    private static Dictionary<int, Label> Codes(JsonElement list) => list.GetProperty("codes").EnumerateArray()
        .ToDictionary(c => c.GetProperty("code").GetInt32(), c => new Label(Text(c, "en")!, Text(c, "id")!));

    private static int[] Numbers(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(n => n.GetInt32())] : [];

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) ? text.GetString() : null;
}
