using System.Text.Json;
using Regsosek.Api.Rules;

namespace Regsosek.Tests.Rules;

public sealed class Strictness
{
    [Theory]
    [InlineData("""{ "fact": "decil", "op": "<=", "value": 4 }""", "no fact")]
    [InlineData("""{ "fact": "name", "op": "=", "value": "x" }""", "no fact")]
    [InlineData("""{ "fact": "ext:income", "op": "<=", "value": 4 }""", "no fact")]
    [InlineData("""{ "fact": "decile", "op": "<=", "value": 4, "note": "" }""", "property 'note'")]
    [InlineData("""{ "fact": "decile", "op": "<=", "value": 4, "value": 9 }""", "property 'value'")]
    [InlineData("""{ "fact": "decile", "op": "<=", "value": { "param": "maxDecile" } }""", "no parameter")]
    [InlineData("""{ "fact": "decile", "op": "<=", "value": { "param": "a", "or": 4 } }""", "property 'or'")]
    [InlineData("""{ "fact": "decile", "op": "=<", "value": 4 }""", "one of =")]
    [InlineData("""{ "fact": "decile", "op": "<=" }""", "op with value")]
    [InlineData("""{ "fact": "decile", "op": "<=", "value": 4.5 }""", "never has such a value")]
    [InlineData("""{ "fact": "decile", "op": "<=", "value": "4" }""", "compared with a number")]
    [InlineData("""{ "fact": "floor", "op": "=", "value": 12 }""", "no such code")]
    [InlineData("""{ "fact": "wastePitDistance", "op": "=", "value": 8 }""", "reads unknown")]
    [InlineData("""{ "fact": "floor", "has": 1 }""", "no sum of flags")]
    [InlineData("""{ "fact": "province", "op": "<", "value": "91" }""", "no order")]
    [InlineData("""{ "fact": "age", "op": ">=", "value": 60 }""", "say 'exists'")]
    [InlineData("""{ "exists": { "fact": "age", "op": ">=", "value": 60.5 } }""", "whole number")]
    [InlineData("""{ "exists": { "fact": "healthInsurance", "has": 3 } }""", "no such flag")]
    [InlineData("""{ "all": [] }""", "at least one")]
    [InlineData("""{ "all": [ { "fact": "floor", "in": [] } ] }""", "/all/0/in")]
    [InlineData("""{ "all": [ { "fact": "floor", "in": [7] } ], "any": [] }""", "exactly one")]
    [InlineData("""{ "count": { "fact": "sex", "op": "=", "value": 1 }, "op": ">=" }""", "lacks 'value'")]
    [InlineData("""{ "all": [ { "id": "a", "fact": "floor", "in": [7] }, { "id": "a", "fact": "floor", "in": [8] } ] }""", "two clauses")]
    [InlineData("""[]""", "an object")]
    public void A_rule_that_cannot_be_executed_is_refused_with_its_place(string json, string says) =>
        Assert.Contains(says, Assert.Throws<RuleException>(() => Families.Rule(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rule_has_a_limit_of_clauses()
    {
        var clauses = string.Join(',', Enumerable.Repeat("""{ "fact": "floor", "in": [7] }""", 200));
        Assert.Contains("at most", Assert.Throws<RuleException>(() => Families.Rule($$"""{ "all": [ {{clauses}} ] }""")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_universe_cannot_name_a_later_question()
    {
        using var dictionary = JsonDocument.Parse("""
            { "codeLists": { "yesNo": { "codes": [] } }, "variables": [
              { "q": "1", "name": "hasCar", "en": "", "id": "", "unit": "family", "type": "yesNo", "codeList": "yesNo", "universe": "2 = 1",
                "group": "assets", "shelfLifeMonths": null, "stored": "answers" } ] }
            """);
        using var external = JsonDocument.Parse("""{ "facts": [] }""");
        Assert.Throws<RuleException>(() => Facts.Read(dictionary.RootElement, external.RootElement));
    }
}
