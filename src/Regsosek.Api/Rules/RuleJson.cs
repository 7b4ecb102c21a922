using System.Text.Json;

namespace Regsosek.Api.Rules;

/// <summary>Reads a rule document strictly: an unknown property, fact, code or parameter is an error with its place, never ignored.</summary>
internal sealed class RuleJson(Facts facts, IReadOnlyDictionary<string, double> parameters)
{
    // A partner may send a rule, and each clause costs twice in SQL.
    private const int MostClauses = 200;
    private static readonly string[] Forms = ["all", "any", "not", "atLeast", "exists", "count", "fact"];
    private static readonly string[] Tests = ["op", "in", "notIn", "has"];
    private int _clauses;

    public static Rule Read(JsonElement json, Unit unit, Facts facts, IReadOnlyDictionary<string, double>? parameters = null)
    {
        var rule = new RuleJson(facts, parameters ?? new Dictionary<string, double>()).Read(json, "", unit, "");
        RefuseTwins(rule, []);
        return rule;
    }

    private Rule Read(JsonElement json, string at, Unit unit, string place)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new RuleException(at, "a clause is an object");
        if (++_clauses > MostClauses) throw new RuleException(at, $"a rule has at most {MostClauses} clauses");
        string[] forms = [.. Forms.Where(form => json.TryGetProperty(form, out _))];
        if (forms.Length != 1) throw new RuleException(at, $"a clause has exactly one of {string.Join(", ", Forms)}");

        var body = json.GetProperty(forms[0]);
        var inside = $"{at}/{forms[0]}";
        Rule rule = forms[0] switch
        {
            "all" => new All(List(body, inside, unit, place)),
            "any" => new Any(List(body, inside, unit, place)),
            "not" => new Not(Read(body, inside, unit, $"{place}.1")),
            "exists" => new Exists(Read(body, inside, Unit.Person, $"{place}.1")),
            "atLeast" => new AtLeast(Whole(body, inside), List(Property(json, "of", at), $"{at}/of", unit, place)),
            "count" => new Count(
                Read(body, inside, Unit.Person, $"{place}.1"), Sign(json, at), Whole(Property(json, "value", at), $"{at}/value")),
            _ => Leaf(json, at, unit),
        };
        RefuseOthers(json, at, rule switch
        {
            AtLeast => ["atLeast", "of"],
            Count => ["count", "op", "value"],
            Compare => ["fact", "value", .. Tests],
            _ => [forms[0]],
        });
        return rule with { Id = Text(json, "id", at) ?? (place.Length == 0 ? "rule" : place[1..]), Label = ReadLabel(json, at) };
    }

    private Rule[] List(JsonElement json, string at, Unit unit, string place)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() == 0) throw new RuleException(at, "is a list of at least one clause");
        return [.. json.EnumerateArray().Select((part, i) => Read(part, $"{at}/{i}", unit, $"{place}.{i + 1}"))];
    }

    private Compare Leaf(JsonElement json, string at, Unit unit)
    {
        var name = Text(json, "fact", at)!;
        var fact = facts.Find(name) ?? throw new RuleException(at, $"'{name}' is no fact of the catalogue");
        if (fact.Unit == Unit.Person && unit == Unit.Family) throw new RuleException(at, $"'{name}' is a fact of a person: say 'exists' or 'count'");
        string[] tests = [.. Tests.Where(t => json.TryGetProperty(t, out _))];
        if (tests.Length != 1 || json.TryGetProperty("value", out _) != (tests[0] == "op"))
            throw new RuleException(at, "has one of op with value, in, notIn, has");
        var body = json.GetProperty(tests[0]);
        var test = tests[0] switch
        {
            "in" => new Test(Op.In, Values(body, $"{at}/in")),
            "notIn" => new Test(Op.NotIn, Values(body, $"{at}/notIn")),
            "has" => new Test(Op.Has, Read(body, $"{at}/has")),
            _ => new Test(Sign(json, at), Read(json.GetProperty("value"), $"{at}/value")),
        };
        return fact.Refuse(test) is { } why ? throw new RuleException(at, why) : new Compare(fact, test);
    }

    private Value[] Values(JsonElement json, string at) => json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0
        ? (_clauses += json.GetArrayLength()) > MostClauses
            ? throw new RuleException(at, $"a rule has at most {MostClauses} clauses and values")
            : [.. json.EnumerateArray().Select((v, i) => Read(v, $"{at}/{i}"))]
        : throw new RuleException(at, "is a list of at least one value");

    private Value Read(JsonElement json, string at)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Number: return new(json.GetDouble());
            case JsonValueKind.String: return new(0, json.GetString());
            case JsonValueKind.True: return new(1);
            case JsonValueKind.False: return new(0);
            case JsonValueKind.Object when Text(json, "param", at) is { } name:
                RefuseOthers(json, at, ["param"], also: []);
                return parameters.TryGetValue(name, out var value) ? new(value) : throw new RuleException(at, $"no parameter is named '{name}'");
            default: throw new RuleException(at, "is a number, a text, true, false or a parameter");
        }
    }

    private int Whole(JsonElement json, string at) => Read(json, at) is { Text: null, Number: >= 0 and <= 1000 } v && double.IsInteger(v.Number)
        ? (int)v.Number
        : throw new RuleException(at, "is a whole number from 0 to 1000");

    private static Op Sign(JsonElement json, string at) =>
        Ops.Parse(Text(json, "op", at) ?? "") ?? throw new RuleException($"{at}/op", "is one of = != < <= > >=");

    private static Label? ReadLabel(JsonElement json, string at)
    {
        if (!json.TryGetProperty("label", out var label)) return null;
        RefuseOthers(label, $"{at}/label", ["en", "id"], also: []);
        return new(Text(label, "en", at) ?? "", Text(label, "id", at) ?? "");
    }

    private static JsonElement Property(JsonElement json, string name, string at) =>
        json.TryGetProperty(name, out var value) ? value : throw new RuleException(at, $"lacks '{name}'");

    private static string? Text(JsonElement json, string name, string at) => !json.TryGetProperty(name, out var text) ? null
        : text.ValueKind == JsonValueKind.String ? text.GetString() : throw new RuleException($"{at}/{name}", "is a text");

    private static void RefuseOthers(JsonElement json, string at, string[] known, string[]? also = null)
    {
        string[] allowed = [.. known, .. also ?? ["id", "label"]];
        HashSet<string> seen = [];
        foreach (var property in json.EnumerateObject())
            if (!allowed.Contains(property.Name) || !seen.Add(property.Name))
                throw new RuleException(at, $"unknown or repeated property '{property.Name}'");
    }

    private static void RefuseTwins(Rule rule, HashSet<string> ids)
    {
        if (!ids.Add(rule.Id)) throw new RuleException(rule.Id, "is the id of two clauses");
        foreach (var part in rule.Parts) RefuseTwins(part, ids);
    }
}
