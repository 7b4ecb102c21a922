using System.Text.Json;

namespace Regsosek.Api.Rules;

/// <summary>The catalogue of what a rule may name: the answers of the questionnaire, what the hub derives from them, its ranking,
/// and the facts that only another register holds.</summary>
public sealed class Facts
{
    private readonly Dictionary<string, Fact> _byName = [];
    private readonly Dictionary<string, Fact> _byQuestion = [];

    private Facts()
    {
    }

    public IReadOnlyCollection<Fact> All => _byName.Values;

    public Fact? Find(string name) => _byName.GetValueOrDefault(name);

    /// <param name="schema">The folder of the reference documents.</param>
    public static Facts Load(string schema)
    {
        using var dictionary = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(schema, "questionnaire", "regsosek22-k.json")));
        using var external = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(schema, "rules", "external.json")));
        return Read(dictionary.RootElement, external.RootElement);
    }

    public static Facts Read(JsonElement dictionary, JsonElement external)
    {
        var facts = new Facts();
        foreach (var fact in DerivedFacts.All) facts._byName.Add(fact.Name, fact);
        facts._byQuestion["407"] = facts._byName["age"];

        // In the order of the form: a universe can only name a question that comes before it, so universes never go in circles.
        var questions = Questions.Read(dictionary, new Universes(facts._byQuestion));
        foreach (var (number, fact) in questions)
        {
            facts._byName.Add(fact.Name, fact);
            facts._byQuestion.TryAdd(number, fact);
        }

        var sector = facts._byName["sector"];
        facts._byName.Add("sectorGroup", DerivedFacts.SectorGroup(sector));
        foreach (var fact in ExternalFacts.Read(external)) facts._byName.Add(fact.Name, fact);
        return facts;
    }
}
