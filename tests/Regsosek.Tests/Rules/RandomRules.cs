using System.Text.Json.Nodes;
using CsCheck;
using Regsosek.Api.Rules;
using Regsosek.Data.Households;
using Regsosek.Data.Registers;

namespace Regsosek.Tests.Rules;

/// <summary>Random rules as documents, and random families with gaps, stale answers, "don't know" and birthdays on the edge.</summary>
internal static class RandomRules
{
    private static readonly string[] Orders = ["=", "!=", "<", "<=", ">", ">="];
    private static readonly string[] Provinces = ["91", "92", "31"];

    // Ages and universes decide most, so they are drawn as often as all the rest.
    private static readonly string[] Frequent =
        ["age", "pregnant", "schoolLevel", "jobStatus", "sectorGroup", "receivesPip", "healthInsurance", "closet", "floorAreaPerHead", "decile", "hasNik",
            "ext:landArea", "ext:commodity", "ext:wage", "ext:orphan"];

    private static readonly string[] NoColumns = ["age", "memberCount", "presence", "sectorGroup", "floorAreaPerHead"];

    public static readonly Gen<DateOnly> Date = Gen.OneOf(
        Families.Today, new DateOnly(2027, 2, 28), new DateOnly(2027, 3, 1), new DateOnly(2028, 2, 29), new DateOnly(2026, 8, 31));

    public static Gen<string> Document(Unit unit) => Clause(unit, 3).Select(clause => clause.ToJsonString());

    private static Gen<JsonObject> Clause(Unit unit, int depth) => depth == 0 ? Leaf(unit) : Gen.Frequency(
        (3, Leaf(unit)),
        (2, Clauses(unit, depth).Select(of => new JsonObject { ["all"] = of })),
        (2, Clauses(unit, depth).Select(of => new JsonObject { ["any"] = of })),
        (2, Clause(unit, depth - 1).Select(of => new JsonObject { ["not"] = of })),
        (1, Gen.Select(Gen.Int[0, 3], Clauses(unit, depth), (n, of) => new JsonObject { ["atLeast"] = n, ["of"] = of })),
        (3, Clause(Unit.Person, depth - 1).Select(of => new JsonObject { ["exists"] = of })),
        (2, Gen.Select(Clause(Unit.Person, depth - 1), Gen.OneOf(Orders), Gen.Int[0, 3], (of, op, n) =>
            new JsonObject { ["count"] = of, ["op"] = op, ["value"] = n })));

    private static Gen<JsonArray> Clauses(Unit unit, int depth) => Clause(unit, depth - 1).Array[1, 3].Select(of => new JsonArray([.. of]));

    private static Gen<JsonObject> Leaf(Unit unit)
    {
        Fact[] all = [.. Families.Catalogue.All.Where(f => f.Unit == Unit.Family || unit == Unit.Person)];
        Fact[] frequent = [.. all.Where(f => Frequent.Contains(f.Name))];
        return Gen.Frequency((1, Gen.OneOf(all)), (1, Gen.OneOf(frequent))).SelectMany(Leaf);
    }

    private static Gen<JsonObject> Leaf(Fact fact)
    {
        var value = Value(fact);
        var list = value.Array[1, 3].Select(values => new JsonArray([.. values]));
        JsonObject Named(string name, JsonNode node) => new() { ["fact"] = fact.Name, [name] = node };
        var single = Gen.Select(fact.Type is FactType.Number or FactType.Code ? Gen.OneOf(Orders) : Gen.OneOf("=", "!="), value, (op, v) =>
            new JsonObject { ["fact"] = fact.Name, ["op"] = op, ["value"] = v });
        int[] flags = [.. fact.Codes.Keys.Except(fact.UnknownCodes).Where(c => c > 0)];
        if (fact.Type == FactType.Sum) return Gen.OneOf(single, Gen.OneOf(flags).Select(flag => Named("has", flag)));
        return Gen.Frequency((2, single), (1, list.Select(l => Named("in", l))), (1, list.Select(l => Named("notIn", l))));
    }

    private static Gen<JsonNode> Value(Fact fact) => fact switch
    {
        { Type: FactType.Flag } => Gen.Bool.Select(b => (JsonNode)b),
        { Type: FactType.Text } => Gen.OneOf(Provinces).Select(p => (JsonNode)p),
        { Codes.Count: > 0 } => Gen.OneOf(fact.Codes.Keys.Except(fact.UnknownCodes).ToArray()).Select(c => (JsonNode)c),
        { Name: "percentile" or "floorAreaPerHead" } => Gen.OneOf(7.2, 8, 12.5, 40).Select(n => (JsonNode)n),
        _ => Gen.OneOf(0, 1, 2, 5, 6, 18, 60).Select(n => (JsonNode)n),
    };

    public static IReadOnlyList<Household> Population(int size, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, size).Select(_ => Family(random))];
    }

    private static Household Family(Random random)
    {
        var family = Families.Family();
        family.ObservedOn = Observed(random);
        family.ProvinceCode = Provinces[random.Next(Provinces.Length)];
        if (random.Next(5) > 0)
            (family.Rank.Decile, family.Rank.Percentile, family.Rank.WelfareClass) = ((short)random.Next(1, 11), random.Next(0, 200) / 2d, (WelfareClass)random.Next(1, 7));
        Answer(family, Unit.Family, random);
        for (var i = random.Next(0, 6); i > 0; i--)
        {
            family.With(("presence", random.Next(6) == 0 ? null : random.Next(1, 7)));
            var person = family.Members[^1];
            person.ObservedOn = random.Next(2) == 0 ? family.ObservedOn : Observed(random);
            person.BirthDate = random.Next(8) == 0 ? null : Born(random);
            person.NikHash = random.Next(2) == 0 ? null : [1];
            Answer(person, Unit.Person, random);
            person.Registered = [.. Families.Catalogue.All.Where(f => f.Unit == Unit.Person && f.HeldBy is not null && random.Next(2) == 0).Select(f => Sent(f, random))];
        }

        return family;
    }

    private static RegisteredFact Sent(Fact fact, Random random) => new()
    {
        Fact = fact.Name["ext:".Length..],
        NikSealed = [],
        NikHash = [1],
        Number = fact.Type switch
        {
            FactType.Flag => random.Next(2),
            FactType.Number => random.Next(0, 7),
            _ => null,
        },
        Text = fact.Type == FactType.Text ? Provinces[random.Next(Provinces.Length)] : null,
        ObservedOn = Observed(random),
        RetainUntil = Families.Today.AddYears(3),
    };

    private static void Answer(object row, Unit unit, Random random)
    {
        foreach (var fact in Families.Catalogue.All.Where(f => f.Unit == unit && f.Source == FactSource.Survey && !NoColumns.Contains(f.Name)))
        {
            int[] codes = [.. fact.Codes.Keys];
            Families.Set(row, fact.Name, random.Next(3) == 0 ? null : codes.Length > 0 ? codes[random.Next(codes.Length)] : random.Next(0, 40));
        }
    }

    private static DateOnly Observed(Random random) => Families.Today.AddDays(-random.Next(0, random.Next(3) == 0 ? 1500 : 90));

    private static DateOnly Born(Random random) => random.Next(4) switch
    {
        0 => new DateOnly(2028 - 4 * random.Next(1, 20), 2, 29),
        1 => Families.Today.AddYears(-random.Next(0, 70)).AddDays(random.Next(-1, 2)),
        2 => new DateOnly(2026 - random.Next(0, 70), 3, 1).AddDays(-random.Next(0, 2)),
        _ => Families.Today.AddDays(-random.Next(-300, 30000)),
    };
}
