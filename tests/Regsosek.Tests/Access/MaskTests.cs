using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Partners;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Protection;

namespace Regsosek.Tests.Access;

/// <summary>One question of all demo partners: each gets exactly what its agreement grants.</summary>
[Collection(SharedHub.Name)]
public sealed class MaskTests(TestHub hub)
{
    public static TheoryData<string> Readers =>
        [.. DemoPartners.Read(Api.Hub.Schema).Where(p => p.Scopes.Contains("registry.read")).Select(p => p.Code)];

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
        var reasons = row.TryGetProperty("_masked", out var masked)
            ? masked.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()) : [];
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
        var (family, card) = await InEveryScope();
        Assert.Matches("^[0-9]{16}$", card);
        var real = family.Id.ToString();
        var identity = (real, card, family.HeadName);
        var (size, decile, floor) = ((int?)family.MemberCount, (int?)family.Rank.Decile, (int?)family.Floor);

        var all = await Seen("kemensos", real);
        Assert.Equal(identity, Identity(all));
        Assert.Equal((size, decile, floor), (Number(all, "memberCount"), Number(all, "decile"), Number(all, "floor")));
        Assert.Equal(family.Rank.Score, Number(all, "score"));
        Assert.False(all.TryGetProperty("_masked", out var masked) && masked.EnumerateObject().Any(m => m.Name is not ("latitude" or "longitude")));

        var region = await Seen("prov-papua", real);
        Assert.Equal(identity, Identity(region));
        Assert.Equal((size, decile, floor), (Number(region, "memberCount"), Number(region, "decile"), Number(region, "floor")));
        Hides(region, "score");

        var farming = await Seen("kementan", real);
        Assert.Equal(identity, Identity(farming));
        Assert.Equal(decile, Number(farming, "decile"));
        Hides(farming, "memberCount", "floor", "score");

        // Partners without identity know the family by an id of their own, and no NIK leads to it: the hub's keys tell it to the test.
        foreach (var (partner, hidden) in new[] { ("kemenkes", "score"), ("kemnaker", "floor") })
        {
            var own = hub.Get<Pseudonyms>().Of(partner).Of(family.Id).ToString();
            Assert.NotEqual(real, own);
            var seen = await Seen(partner, own);
            Assert.Equal((own, null, null), Identity(seen));
            Assert.Equal((size, decile), (Number(seen, "memberCount"), Number(seen, "decile")));
            Hides(seen, "familyCard", "headName", hidden);
        }
    }

    /// <summary>A family of Papua that farms, is of the poorer half, and has a card, a floor, points and a head of age.</summary>
    private async Task<(Household Family, string Card)> InEveryScope()
    {
        await using var registry = hub.Registry();
        var adult = registry.Today.AddYears(-18);
        var family = await registry.Households.Include(h => h.Rank).Where(Populations.Farming).Where(Populations.PoorerHalf)
            .Where(h => h.ProvinceCode == "91" && h.FamilyCardSealed != null && h.HeadName != null && h.Floor != null && h.Rank.Score != null)
            .Where(h => h.Members.Any(p => p.Relation == FamilyRelation.Head))
            .Where(h => h.Members.All(p => p.Relation != FamilyRelation.Head || p.BirthDate <= adult))
            .OrderBy(h => h.Key).FirstAsync();
        return (family, hub.Get<Seal>().OpenText(family.FamilyCardSealed)!);
    }

    private async Task<JsonElement> Seen(string partner, string id) => await (await hub.As(partner)).Json($"/api/v1/households/{id}");

    private static (string? Id, string? Card, string? Head) Identity(JsonElement family) =>
        (family.GetProperty("id").GetString(), family.GetProperty("familyCard").GetString(), family.GetProperty("headName").GetString());

    private static int? Number(JsonElement family, string field) =>
        family.GetProperty(field) is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : null;

    private static void Hides(JsonElement family, params string[] fields) => Assert.All(fields, field =>
    {
        Assert.True(family.GetProperty(field).IsNull(), field);
        Assert.Equal("not-granted", family.GetProperty("_masked").GetProperty(field).GetString());
    });

    [Theory]
    [InlineData("kemenkes", "nik", "fields=members.nik")]
    [InlineData("kemenkes", "declaredReceipt", "declaredReceipt=pkh")]
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
        Assert.Contains(
            ofAll.SelectMany(h => h.GetProperty("members").EnumerateArray()),
            m => m.GetProperty("age").GetInt32() < 11 && !m.GetProperty("name").IsNull());
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
        var others = (await (await hub.As("kemensos")).Json("/api/v1/households?limit=500&include=members&memberChronicIllness=18")).Items();
        Assert.DoesNotContain(Illnesses(others), i => i is 7 or 12);
    }
}
