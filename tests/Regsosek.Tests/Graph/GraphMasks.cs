using System.Text.Json;
using Regsosek.Data;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Graph;

/// <summary>What an agreement hides: refused when it is named, null with a reason when it is selected.</summary>
[Collection(SharedHub.Name)]
public sealed class GraphMasks(TestHub hub)
{
    [Theory]
    [InlineData("kemenkes", "declaredReceipt", "declaredReceipt:\"pkh\"")]
    [InlineData("kemnaker", "floor", "floor:\"8\"")]
    [InlineData("kemnaker", "memberChronicIllness", "memberChronicIllness:\"7\"")]
    [InlineData("kementan", "memberAge", "memberAge:\"0-4\"")]
    public async Task Naming_a_hidden_field_is_refused(string partner, string field, string argument)
    {
        var answer = await (await hub.As(partner)).Ask($"{{households({argument}){{nodes{{id}}}}}}");
        var error = answer.Error("field-not-granted");
        Assert.Equal(field, error.GetProperty("field").GetString());
        Assert.Equal(403, error.GetProperty("status").GetInt32());
        Assert.True(answer.GetProperty("data").GetProperty("households").IsNull());
    }

    [Fact]
    public async Task Only_fields_that_were_asked_for_have_a_reason()
    {
        var answer = await (await hub.As("kemenkes")).Ask("{households(first:2){nodes{id a:headName floor members{sex n:name}}}}");
        Assert.All(answer.Data().Nodes(), node => Assert.True(node.GetProperty("a").IsNull()));
        Assert.Equal("""{"Household.headName":"not-granted","Member.name":"not-granted"}""", answer.GetProperty("extensions").GetProperty("masked").GetRawText());
        Assert.False((await (await hub.As("kemenkes")).Ask("{households(first:2){nodes{id floor}}}")).GetProperty("extensions").TryGetProperty("masked", out _));
    }

    [Fact]
    public async Task Hidden_children_are_named_by_id()
    {
        var answer = await (await hub.As("kementan")).Ask("{households(first:50){nodes{members{id name}}}}");
        var nameless = answer.Data().Nodes().SelectMany(h => h.GetProperty("members").EnumerateArray()).Where(m => m.GetProperty("name").IsNull()).Select(m => m.GetProperty("id").GetString()!);
        var named = answer.GetProperty("extensions").GetProperty("masked").GetProperty("Member.name").GetProperty("child").Strings();
        Assert.NotEmpty(named);
        Assert.Equal(nameless, named);
    }

    [Fact]
    public async Task A_family_out_of_scope_is_not_there()
    {
        var id = (await (await hub.As("kemensos")).Ask("{households(first:1,region:\"35.07\"){nodes{id}}}")).Data().Nodes()[0].GetProperty("id").GetString();
        var answer = await (await hub.As("prov-papua")).Ask("query($id:ID!){household(id:$id){id} classifications(householdId:$id){decile} programme(code:\"PKH\"){eligibility(householdId:$id){verdict}}}", new { id });
        Assert.False(answer.TryGetProperty("errors", out _));
        Assert.Equal("""{"household":null,"classifications":null,"programme":{"eligibility":null}}""", answer.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task Every_field_wants_its_own_scope()
    {
        var answer = await (await hub.As("bpkp")).Ask("{me{client} region(code:\"91\"){name} programme(code:\"PKH\"){code eligible{nodes{verdict}}} households{nodes{id}}}");
        Assert.Equal("""{"me":{"client":"bpkp"},"region":{"name":"Papua"},"programme":{"code":"PKH","eligible":null},"households":null}""", answer.GetProperty("data").GetRawText());
        Assert.Equal(["eligibility.read", "registry.read"], answer.GetProperty("errors").EnumerateArray().Select(Scope).Order(StringComparer.Ordinal));

        static string Scope(JsonElement error)
        {
            Assert.Equal("scope-missing", error.GetProperty("extensions").GetProperty("code").GetString());
            return error.GetProperty("extensions").GetProperty("scope").GetString()!;
        }
    }

    [Fact]
    public async Task A_programme_outside_the_agreement_is_refused() =>
        (await (await hub.As("kemenkes")).Ask("{programme(code:\"PKH\"){eligible{nodes{verdict}}}}")).Error("programme-not-granted");
}

/// <summary>An agreement that no demo partner has.</summary>
[OnEveryEngine]
public sealed class GraphWithoutClassification(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task Classifications_are_null_with_their_reason()
    {
        await hub.Given("unranked", a => a.Fields = FieldGroups.Demography);
        var answer = await (await hub.As("unranked")).Ask("{households(first:2){nodes{decile classification{scheme} classifications{decile}}}}");
        Assert.All(answer.Data().Nodes(), node => Assert.Equal("""{"decile":null,"classification":null,"classifications":null}""", node.GetRawText()));
        Assert.Equal(["Household.classification", "Household.classifications", "Household.decile"], answer.GetProperty("extensions").GetProperty("masked").EnumerateObject().Select(m => m.Name));
        var id = (await (await hub.As("unranked")).Ask("{households(first:1){nodes{id}}}")).Data().Nodes()[0].GetProperty("id").GetString();
        (await (await hub.As("unranked")).Ask("query($id:ID!){classifications(householdId:$id){decile}}", new { id })).Error("field-not-granted");
    }
}
