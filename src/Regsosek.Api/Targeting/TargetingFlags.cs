using System.Text.Json;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;

namespace Regsosek.Api.Targeting;

/// <summary>A sign that who receives should perhaps not (penanda eksklusi): a rule of the one rule language, about the family, or about the person whom a row of a
/// delivery names.</summary>
/// <param name="Source">Where the sign was read, and what it stands for.</param>
/// <param name="Parameters">Figures the rule uses.</param>
public sealed record TargetingFlag(string Code, Label Name, string Source, IReadOnlyList<Parameter> Parameters, LoadedRule Rule);

/// <summary>The flags of schema/targeting/flags.json, read and checked once at start.</summary>
public sealed class TargetingFlags
{
    public required IReadOnlyList<TargetingFlag> All { get; init; }

    /// <exception cref="RuleException">The document is wrong; the hub does not start with it.</exception>
    public static TargetingFlags Load(string schema, Facts facts)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(schema, "targeting", "flags.json")));
        IReadOnlyList<TargetingFlag> all = [.. document.RootElement.GetProperty("flags").EnumerateArray().Select(flag => Read(flag, facts))];
        return all.Select(f => f.Code).Distinct().Count() == all.Count ? new() { All = all } : throw new RuleException("flags", "names a flag twice");
    }

    private static TargetingFlag Read(JsonElement json, Facts facts)
    {
        var code = json.GetProperty("code").GetString()!;
        string[] known = ["code", "name", "source", "unit", "parameters", "rule"];
        if (json.EnumerateObject().Select(p => p.Name).FirstOrDefault(name => !known.Contains(name)) is { } stranger) throw new RuleException(code, $"unknown property '{stranger}'");
        List<Parameter> parameters = json.TryGetProperty("parameters", out var figures) ? [.. figures.EnumerateArray().Select(Figure)] : [];
        var unit = json.GetProperty("unit").GetString() == "person" ? Unit.Person : Unit.Family;
        var name = json.GetProperty("name");
        return new(code, new(name.GetProperty("en").GetString()!, name.GetProperty("id").GetString()!), json.GetProperty("source").GetString()!, parameters,
            LoadedRule.Load(json.GetProperty("rule"), unit, facts, parameters.ToDictionary(p => p.Name, p => p.Value)));
    }

    private static Parameter Figure(JsonElement json) => new(json.GetProperty("name").GetString()!, json.GetProperty("value").GetDouble(), json.GetProperty("unit").GetString()!,
        json.GetProperty("verified").GetBoolean(), json.TryGetProperty("source", out var source) ? source.GetString() : null);
}
