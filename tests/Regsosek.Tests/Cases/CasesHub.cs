using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Targeting.Assessing;
using Regsosek.Data.Participation;
using Regsosek.Data.Protection;
using Regsosek.Tests.Access;
using Regsosek.Tests.Participation;

namespace Regsosek.Tests.Cases;

/// <summary>A hub whose assessments are made where a test says so.</summary>
public sealed class CasesHub : OwnHub
{
    public const string Route = "/api/v1/cases";

    protected override IEnumerable<string> Settings => ["--Targeting:AfterDelivery=false"];

    /// <summary>Delivers a programme to these families by their cards, and has the period assessed.</summary>
    public async Task Deliver(string programme, string period, IEnumerable<long> families, string ministry = "kemensos")
    {
        await using var registry = Registry();
        var wanted = families.ToArray();
        var cards = await registry.Households.Where(h => wanted.Contains(h.Key) && h.FamilyCardSealed != null).Select(h => h.FamilyCardSealed).ToListAsync();
        var body = string.Join('\n', cards.Select(c => Get<Seal>().OpenText(c)).Append("9101010101200001"));
        await (await As(ministry)).Deliver($"programme={programme}&period={period}", $"familyCard\n{body}\n");
        await Assess(programme, period);
    }

    /// <summary>A ministry with a programme of its own that no other test delivers.</summary>
    public async Task<HttpClient> Ministry(string code, string programme)
    {
        await Given(code, a => (a.Programmes, a.Scopes) = ([programme], ["registry.read", "participation.write", "cases.read", "cases.write"]));
        return await As(code);
    }

    public async Task Assess(string programme, string period)
    {
        var begun = await Get<Assess>().Begin(programme, Periods.Parse(period)!.Value, null, default);
        await Get<Assess>().CarryOn(begun!.Key, null, default);
    }

    /// <summary>Keys of families with a card of their own, in order.</summary>
    public async Task<List<long>> Families()
    {
        await using var registry = Registry();
        var all = await registry.Households.Where(h => h.FamilyCardHash != null).OrderBy(h => h.Key).Select(h => new { h.Key, h.FamilyCardHash }).ToListAsync();
        return [.. all.GroupBy(h => Convert.ToHexString(h.FamilyCardHash!)).Where(g => g.Count() == 1).Select(g => g.Single().Key).Order()];
    }
}

/// <summary>Cases over HTTP.</summary>
internal static class Casing
{
    /// <summary>All pages.</summary>
    public static async Task<List<JsonElement>> Cases(this HttpClient http, string query)
    {
        var all = new List<JsonElement>();
        for (string? next = ""; next is not null;)
        {
            var page = await http.Json($"{CasesHub.Route}?limit=7&{query}{next}");
            all.AddRange(page.Items());
            next = page.TryGetProperty("next", out var cursor) ? $"&cursor={cursor.GetString()}" : null;
        }

        return all;
    }

    public static Task<HttpResponseMessage> Do(this HttpClient http, JsonElement of, string what, object body) => http.PostAsJsonAsync($"{CasesHub.Route}/{of.Id()}/{what}", body);

    public static async Task<JsonElement> Close(this HttpClient http, JsonElement of, string outcome, string note = "verified-at-home", DateOnly? objectBy = null)
    {
        using var answer = await http.Do(of, "close", new { version = of.Number("version"), outcome, note, objectBy });
        return await answer.Json(HttpStatusCode.OK);
    }

    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
