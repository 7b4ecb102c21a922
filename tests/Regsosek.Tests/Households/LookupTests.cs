using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Protection;

namespace Regsosek.Tests.Households;

[Collection(SharedHub.Name)]
public sealed class LookupTests(TestHub hub)
{
    [Fact]
    public async Task A_nik_is_found_with_class_and_decile_whatever_its_spelling()
    {
        var nik = await Nik("91.71");
        var answer = await (await hub.As("kemensos")).Post("/api/v1/lookup", new { nik = $" {nik[..6]}.{nik[6..12]}-{nik[12..]} " });
        Assert.True(answer.GetProperty("found").GetBoolean());
        Assert.InRange(answer.GetProperty("decile").GetInt32(), 1, 10);
        Assert.Equal("regsosek-1@1", answer.GetProperty("classification").GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task Nowhere_and_not_for_you_are_the_same_answer()
    {
        var http = await hub.As("pemkot-jayapura");
        var foreign = await http.Post("/api/v1/lookup", new { nik = await Nik("35.07") });
        Assert.Equal((await http.Post("/api/v1/lookup", new { nik = "9171990101909999" })).GetRawText(), foreign.GetRawText());
        Assert.False(foreign.GetProperty("found").GetBoolean());
    }

    [Fact]
    public async Task A_batch_answers_in_its_order()
    {
        var niks = new[] { await Nik("35.07"), "9171990101909999", await Nik("91.71") };
        var items = (await (await hub.As("kemensos")).Post("/api/v1/lookup/batch", new { niks })).Items();
        Assert.Equal([true, false, true], items.Select(i => i.GetProperty("found").GetBoolean()));
    }

    [Fact]
    public async Task A_known_nik_does_not_open_a_pseudonym()
    {
        var answer = await (await hub.As("kemnaker")).Post("/api/v1/lookup", new { nik = await Nik("91.71") });
        Assert.True(answer.GetProperty("found").GetBoolean());
        Assert.False(answer.TryGetProperty("householdId", out _) || answer.TryGetProperty("personId", out _));
    }

    [Fact]
    public async Task A_null_in_a_batch_is_a_problem()
    {
        using var answer = await (await hub.As("kemensos")).PostAsJsonAsync("/api/v1/lookup/batch", new { niks = new string?[] { null } });
        Assert.Equal("niks/0", (await answer.ShouldBe(400, "invalid-parameter")).GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("{\"nik\":\"12\"}", "invalid-parameter")]
    [InlineData("{\"nik\":null}", "invalid-body")]
    [InlineData("{\"nik\":9171990101900001}", "invalid-body")]
    [InlineData("{\"nik\":\"9171990101900001\",\"name\":\"x\"}", "invalid-body")]
    [InlineData("{}", "invalid-body")]
    [InlineData("{", "invalid-body")]
    [InlineData("", "invalid-body")]
    [InlineData("[]", "invalid-body")]
    public async Task A_body_that_is_not_sound_is_a_problem_that_does_not_repeat_it(string body, string problem)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await (await hub.As("kemensos")).PostAsync("/api/v1/lookup", content);
        var said = await answer.ShouldBe(400, problem);
        Assert.DoesNotContain("9171990101900001", said.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_no_json_or_too_large_is_refused()
    {
        using var text = new StringContent("nik=1");
        using (var answer = await (await hub.As("kemensos")).PostAsync("/api/v1/lookup", text)) await answer.ShouldBe(415, "unsupported-media-type");
        using (var answer = await (await hub.As("kemensos")).Offer("/api/v1/lookup/batch", new string(' ', 2_000_000))) await answer.ShouldBe(413, "body-too-large");
        using (var answer = await (await hub.As("kemensos")).PostAsJsonAsync("/api/v1/lookup/batch", new { niks = Enumerable.Repeat("9171990101900001", 10_001) })) await answer.ShouldBe(400, "invalid-parameter");
    }

    private async Task<string> Nik(string regency)
    {
        await using var registry = hub.Registry();
        var box = await registry.Persons.Where(p => p.NikSealed != null && p.Household.RegencyCode == regency).OrderBy(p => p.Key).Select(p => p.NikSealed).FirstAsync();
        return hub.Get<Seal>().OpenText(box)!;
    }
}
