using System.Text.Json;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Partners;
using Regsosek.Data;

namespace Regsosek.Tests.Access;

/// <summary>One question of all demo partners: each gets exactly what its agreement grants.</summary>
[Collection(SharedHub.Name)]
public sealed class MaskTests(TestHub hub)
{
    public static TheoryData<string> Readers => [.. DemoPartners.Read(Api.Hub.Schema).Where(p => p.Scopes.Contains("registry.read")).Select(p => p.Code)];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Hidden_members_are_null_with_their_reason_and_granted_ones_are_there(string partner)
    {
        var granted = FieldGroupNames.Parse(DemoPartners.Read(Api.Hub.Schema).Single(p => p.Code == partner).Fields);
        var items = (await (await hub.As(partner)).Json("/api/v1/households?limit=100&include=members")).Items();
        Assert.NotEmpty(items);
        foreach (var household in items)
        {
            Check(household, hub.Get<Fields<HouseholdView>>(), granted);
            foreach (var member in household.GetProperty("members").EnumerateArray()) Check(member, hub.Get<Fields<MemberView>>(), granted);
        }
    }

    private static void Check<TView>(JsonElement row, Fields<TView> fields, FieldGroups granted)
    {
        var reasons = row.TryGetProperty("_masked", out var masked) ? masked.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()) : [];
        foreach (var field in fields.All)
        {
            if ((granted & field.Group) == field.Group)
            {
                Assert.True(!reasons.TryGetValue(field.Name, out var reason) || reason == "child", field.Name);
            }
            else
            {
                Assert.Equal("not-granted", reasons[field.Name]);
                Assert.True(row.GetProperty(field.Name).IsNull(), field.Name);
            }
        }
    }

    [Fact]
    public async Task Partners_see_the_same_family_differently()
    {
        var full = await Any("kemensos");
        Assert.Equal(16, full.GetProperty("familyCard").GetString()?.Length ?? 16);
        Assert.False(full.GetProperty("headName").IsNull());
        Assert.False(full.GetProperty("score").IsNull());
        Assert.True((await Any("kemenkes")).GetProperty("headName").IsNull());
        Assert.True((await Any("prov-papua")).GetProperty("score").IsNull());
    }

    [Theory]
    [InlineData("kemenkes", "nik", "fields=members.nik")]
    [InlineData("kemenkes", "headName", "sort=headName")]
    [InlineData("kemenkes", "declaredReceipt", "declaredReceipt=pkh")]
    [InlineData("kemenkes", "score", "sort=-score")]
    [InlineData("kemnaker", "floor", "floor=8")]
    [InlineData("kemnaker", "memberChronicIllness", "memberChronicIllness=7")]
    [InlineData("pemkot-jayapura", "memberSadness", "memberSadness=1")]
    [InlineData("kementan", "memberAge", "memberAge=0-4")]
    public async Task Naming_a_hidden_field_is_refused(string partner, string field, string query)
    {
        using var answer = await (await hub.As(partner)).GetAsync("/api/v1/households?" + query);
        Assert.Equal(field, (await answer.ShouldBe(403, "field-not-granted")).GetProperty("field").GetString());
    }

    [Fact]
    public async Task The_identity_of_children_needs_a_grant_of_its_own()
    {
        var children = 0;
        foreach (var household in (await (await hub.As("kementan")).Json("/api/v1/households?limit=100&include=members")).Items())
        {
            foreach (var member in household.GetProperty("members").EnumerateArray())
            {
                if (!member.GetProperty("_masked").TryGetProperty("name", out var reason)) continue;
                children++;
                Assert.Equal("child", reason.GetString());
                Assert.True(member.GetProperty("name").IsNull());
                Assert.True(member.GetProperty("nik").IsNull());
            }
        }

        Assert.True(children > 20, $"{children} children seen");
        var ofAll = (await (await hub.As("kemensos")).Json("/api/v1/households?limit=100&include=members&memberAge=0-10")).Items();
        Assert.Contains(ofAll.SelectMany(h => h.GetProperty("members").EnumerateArray()), m => m.GetProperty("age").GetInt32() < 11 && !m.GetProperty("name").IsNull());
    }

    [Fact]
    public async Task Tuberculosis_and_hiv_read_as_other_without_the_sensitive_group()
    {
        static IEnumerable<int> Illnesses(List<JsonElement> items) => items.SelectMany(h => h.GetProperty("members").EnumerateArray())
            .Select(m => m.GetProperty("chronicIllness")).Where(i => !i.IsNull()).Select(i => i.GetInt32());

        var sensitive = (await (await hub.As("bps")).Json("/api/v1/households?limit=500&include=members&memberChronicIllness=7,12")).Items();
        Assert.NotEmpty(sensitive);
        var folded = (await (await hub.As("kemensos")).Json("/api/v1/households?limit=500&include=members&memberChronicIllness=7,12")).Items();
        Assert.Empty(folded);
        Assert.DoesNotContain(Illnesses((await (await hub.As("kemensos")).Json("/api/v1/households?limit=500&include=members&memberChronicIllness=18")).Items()), i => i is 7 or 12);
    }

    private async Task<JsonElement> Any(string partner) => (await (await hub.As(partner)).Json("/api/v1/households?limit=1")).Items()[0];
}
