using System.Text.Json;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;

namespace Regsosek.Tests.Rules;

public sealed class RulesInWords
{
    [Fact]
    public void Say_every_clause_in_both_languages()
    {
        var text = RuleText.Of(Read("""
            { "all": [
              { "label": { "en": "Poor", "id": "Miskin" }, "fact": "decile", "op": "<=", "value": 4 },
              { "not": { "exists": { "fact": "jobStatus", "in": [5] } } },
              { "count": { "fact": "age", "op": ">=", "value": 60 }, "op": ">", "value": 1 },
              { "exists": { "any": [ { "fact": "healthInsurance", "has": 4 }, { "fact": "ext:orphan", "op": "=", "value": true } ] } },
              { "atLeast": 1, "of": [ { "fact": "receivedPkh", "op": "!=", "value": 1 } ] } ] }
            """));

        Assert.Equal("""
            - all of
              - Poor (Welfare decile, 1 lowest: at most 4)
              - not
                - a member of the family who is present has
                  - Status in the main job: one of 5 Civil servant, army, police, state firm or official
              - the number of members present for whom this holds: above 1
                - Age in completed years: at least 60
            """, string.Join('\n', text.En.Split('\n').Take(7)));
        Assert.Equal(13, text.Id.Split('\n').Length);
        Assert.StartsWith("- semua syarat berikut\n  - Miskin (", text.Id, StringComparison.Ordinal);
        Assert.EndsWith(": ya", text.Id.Split('\n')[10], StringComparison.Ordinal);
    }

    /// <summary>No clause and no fact of a shipped rule is left unsaid.</summary>
    [Fact]
    public void Leave_nothing_out()
    {
        var shipped = ProgrammeCatalogue.Load(Path.Combine(Families.Schema, "programmes"), Families.Catalogue).All.SelectMany(p => p.Versions).ToList();
        Assert.True(shipped.Count > 10);
        foreach (var rule in shipped.Select(v => v.Rule.Root))
        {
            var (text, clauses) = (RuleText.Of(rule), Clauses(rule).ToList());
            Assert.Equal((clauses.Count, clauses.Count), (text.En.Split('\n').Length, text.Id.Split('\n').Length));
            foreach (var (clause, en, id) in clauses.Zip(text.En.Split('\n'), text.Id.Split('\n')))
            {
                foreach (var label in new[] { clause.Label, (clause as Compare)?.Fact.Label }.OfType<Label>())
                    Assert.True(en.Contains(label.En, StringComparison.Ordinal) && id.Contains(label.Id, StringComparison.Ordinal), $"{en} / {id}");
            }
        }
    }

    private static IEnumerable<Rule> Clauses(Rule rule) => rule.Parts.SelectMany(Clauses).Prepend(rule);

    private static Rule Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return LoadedRule.Load(document.RootElement, Unit.Family, Families.Catalogue).Root;
    }
}
