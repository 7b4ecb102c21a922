using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Tests.Rules;

namespace Regsosek.Tests.Programmes;

public sealed class ProgrammeDocuments
{
    private static readonly string Folder = Path.Combine(Families.Schema, "programmes");
    private static readonly JsonSchema RuleSchema = JsonSchema.FromFile(Path.Combine(Families.Schema, "rules", "rule.schema.json"));
    private static readonly JsonSchema Schema = JsonSchema.FromFile(Path.Combine(Folder, "programme.schema.json"));

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f)).Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Files))]
    public void Meet_their_schema(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        var result = Schema.Evaluate(document.RootElement, new() { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, JsonSerializer.Serialize(result));
    }

    [Theory]
    [InlineData("""{ "fact": "decile", "op": "<=", "value": 4 }""", true)]
    [InlineData("""{ "atLeast": 1, "of": [ { "exists": { "fact": "healthInsurance", "has": 4 } } ] }""", true)]
    [InlineData("""{ "fact": "decile", "op": "<=" }""", false)]
    [InlineData("""{ "fact": "decile", "in": [1], "op": "=" }""", false)]
    [InlineData("""{ "all": [], "note": "" }""", false)]
    public void Hold_rules_that_meet_theirs(string rule, bool valid)
    {
        using var document = JsonDocument.Parse(rule);
        Assert.Equal(valid, RuleSchema.Evaluate(document.RootElement).IsValid);
    }

    [Fact]
    public void Have_a_hash_that_formatting_does_not_change_and_content_does()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "sembako.json"));
        var hash = Load(text).Versions[0].Hash;
        Assert.Equal(hash, Load(JsonNode.Parse(text)!.ToJsonString()).Versions[0].Hash);
        Assert.NotEqual(hash, Load(text.Replace("\"value\": 4,", "\"value\": 5,", StringComparison.Ordinal)).Versions[0].Hash);
    }

    [Fact]
    public void Are_in_force_from_their_first_day_to_their_last()
    {
        var programme = Load(Edit(d =>
        {
            var second = d["versions"]![0]!.DeepClone();
            (second["version"], second["validFrom"], d["versions"]![0]!["validTo"]) = (2, "2026-01-01", "2025-12-31");
            d["versions"]!.AsArray().Add(second);
        }));
        Assert.Null(programme.InForce(new(2024, 12, 31)));
        Assert.Equal(1, programme.InForce(new(2025, 12, 31))!.Version);
        Assert.Equal(2, programme.InForce(new(2026, 1, 1))!.Version);
    }

    [Fact]
    public void Hold_figures_that_follow_each_other_in_one_version()
    {
        var programme = Load(Edit(d =>
        {
            var version = d["versions"]![0]!;
            version["validFrom"] = "2025-01-01";
            var later = version["parameters"]![0]!.DeepClone();
            (later["value"], later["from"]) = (5, "2026-07-01");
            version["parameters"]!.AsArray().Add(later);
        }));
        var (before, after) = (programme.InForce(new(2026, 6, 30))!, programme.InForce(new(2026, 7, 1))!);
        Assert.Equal((1, before.Hash), (after.Version, after.Hash));
        Assert.Equal((new DateOnly(2026, 6, 30), (DateOnly?)null), (before.ValidTo, after.ValidTo));
        Assert.Equal([4d, 5d], new[] { before, after }.Select(v => v.Parameters.Single(p => p.Name == v.Parameters[0].Name).Value));
        var family = Families.Family(("decile", 5));
        Assert.Equal([Kleene.False, Kleene.True], new[] { before, after }.Select(v => v.Rule.Decide(family, null, v.ValidFrom)));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "unknown property", Edit(d => d["budget"] = 1) },
        { "unknown property of a version", Edit(d => d["versions"]![0]!["quota"] = 1) },
        { "missing property", Edit(d => d["versions"]![0]!.AsObject().Remove("decree")) },
        { "missing parameter", Edit(d => d["versions"]![0]!["parameters"] = new JsonArray()) },
        { "parameter twice", Edit(d => d["versions"]![0]!["parameters"]!.AsArray().Add(d["versions"]![0]!["parameters"]![0]!.DeepClone())) },
        {
            "one number twice", Edit(d =>
            {
                var second = d["versions"]![0]!.DeepClone();
                (second["validFrom"], d["versions"]![0]!["validTo"]) = ("2026-01-01", "2025-12-31");
                d["versions"]!.AsArray().Add(second);
            })
        },
        { "figure after the end", Edit(d => (d["versions"]![0]!["validTo"], d["versions"]![0]!["parameters"]![0]!["from"]) = ("2026-01-01", "2026-01-02")) },
        { "related to nothing", Edit(d => d["related"] = JsonNode.Parse("""[{ "programme": "NONE", "kind": "excludes", "says": { "en": "", "id": "" }, "verified": true }]""")) },
        { "unknown fact", Edit(d => d["versions"]![0]!["rule"]!["all"]![0]!["fact"] = "income") },
        { "overlapping versions", Edit(d => d["versions"]!.AsArray().Add(d["versions"]![0]!.DeepClone())) },
        { "ends before it begins", Edit(d => d["versions"]![0]!["validTo"] = "2001-01-01") },
        { "another name than the file", Edit(d => d["code"] = "BPNT") },
    };

    [Theory, MemberData(nameof(Faults))]
    public void Are_refused_with_any_fault(string fault, string json) => Assert.NotEmpty($"{fault}: {Assert.Throws<RuleException>(() => Load(json)).Message}");

    private static string Edit(Action<JsonNode> change)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "sembako.json")))!;
        change(document);
        return document.ToJsonString();
    }

    private static Programme Load(string json)
    {
        var folder = Directory.CreateTempSubdirectory("programmes-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "sembako.json"), json);
            return ProgrammeCatalogue.Load(folder.FullName, Families.Catalogue).All.Single();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
