using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Data.Cases;
using Regsosek.Data.Households;
using Regsosek.Data.Protection;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Exports;
using Regsosek.Tests.Graph;
using Regsosek.Tests.Lists;

namespace Regsosek.Tests.Access;

/// <summary>What is hidden from a partner and what is nowhere are the same to him: the same bytes, and behind them the same SQL, statement by
/// statement.</summary>
[OnEveryEngine]
public sealed class NoOracleTests(HeardHub hub) : IClassFixture<HeardHub>
{
    private const string Absent = "018f0000-0000-7000-8000-000000000000", AlsoAbsent = "018f0000-0000-7000-8000-000000000001";
    private const string AbsentNik = "9171990101909999", AlsoAbsentNik = "9171990101909998";

    /// <summary>A partner bound to a region with the real ids, and one bound by a limit with pseudonyms; a programme of each.</summary>
    public static MatrixTheoryData<string, string> Cases => new(["pemkot-jayapura", "kemenkes"], [.. Surfaces.Keys]);

    private static readonly Dictionary<string, Func<Subject, HttpRequestMessage>> Surfaces = new()
    {
        ["household"] = s => Get($"/api/v1/households/{s.Id}"),
        ["sparse household"] = s => Get($"/api/v1/households/{s.Id}?fields=region,members.observedOn"),
        ["household of the past"] = s => Get($"/api/v1/households/{s.Id}?asOf=2026-01-31"),
        ["classifications of the past"] = s => Get($"/api/v1/households/{s.Id}/classifications?knownAt=2026-01-31T00:00:00Z"),
        ["eligibility of the past"] = s => Get($"/api/v1/programmes/{s.Programme}/eligibility/{s.Id}?asOf=2026-01-31&knownAt=2026-01-31T00:00:00Z"),
        ["graph household of the past"] = s => Graph("query($id:ID!){household(id:$id,asOf:\"2026-01-31\"){id members{id} classifications{decile}}}", s),
        ["participation"] = s => Get($"/api/v1/households/{s.Id}/participation"),
        ["classifications"] = s => Get($"/api/v1/households/{s.Id}/classifications"),
        ["explanation"] = s => Get($"/api/v1/households/{s.Id}/classifications/explanation"),
        ["eligibility"] = s => Get($"/api/v1/programmes/{s.Programme}/eligibility/{s.Id}"),
        ["look-up"] = s => Post("/api/v1/lookup", new { nik = s.Nik }),
        ["batch of look-ups"] = s => Post("/api/v1/lookup/batch", new { niks = new[] { s.Nik, AlsoAbsentNik } }),
        ["batch of verdicts"] = s => Post($"/api/v1/programmes/{s.Programme}/eligibility/batch", new { niks = new[] { AlsoAbsentNik, s.Nik } }),
        ["graph household"] = s => Graph("query($id:ID!){household(id:$id){id members{id} classifications{decile}}}", s),
        ["graph classifications"] = s => Graph("query($id:ID!){classifications(householdId:$id){decile}}", s),
        ["graph explanation"] = s => Graph("query($id:ID!){explanation(householdId:$id){standing{decile}}}", s),
        ["graph eligibility"] = s => Graph($"query($id:ID!){{programme(code:\"{s.Programme}\"){{eligibility(householdId:$id){{verdict}}}}}}", s),
        ["export"] = s => Get($"{Exported.Path}/{s.Export}"),
        ["part of an export"] = s => Get($"{Exported.Path}/{s.Export}/parts/1"),
        ["deleted export"] = s => new(HttpMethod.Delete, $"{Exported.Path}/{s.Export}"),
        ["list"] = s => Get($"{Listed.Path}/{s.List}"),
        ["entries of a list"] = s => Get($"{Listed.Path}/{s.List}/entries"),
        ["manifest of a list"] = s => Get($"{Listed.Path}/{s.List}/manifest"),
        ["part of a list"] = s => Get($"{Listed.Path}/{s.List}/parts/1"),
        ["drift of a list"] = s => Get($"{Listed.Path}/{s.List}/drift"),
        ["notices of a list"] = s => Get($"{Listed.Path}/{s.List}/notices"),
        ["approved list"] = s => new(HttpMethod.Post, $"{Listed.Path}/{s.List}/approve"),
        ["receipt of a list"] = s => Post($"{Listed.Path}/{s.List}/receipts", new { part = 1, sha256 = new string('0', 64) }),
        ["deleted list"] = s => new(HttpMethod.Delete, $"{Listed.Path}/{s.List}"),
        ["graph list"] = s => Graph("query($id:ID!){list(id:$id){state entries{nodes{place}} drift{next}}}", s with { Id = s.List }),
        ["case"] = s => Get($"/api/v1/cases/{s.Case}"),
        ["answer to a case"] = s => Post($"/api/v1/cases/{s.Case}/close", new { version = 1, outcome = "justified", note = "other" }),
        ["case handed on"] = s => Post($"/api/v1/cases/{s.Case}/assign", new { version = 1, owner = "kemensos" }),
        ["case of a family"] = s => Post("/api/v1/cases", new { programme = s.Programme, householdId = s.Id, ground = "poor" }),
        ["cursor of another"] = s => Get($"/api/v1/households?limit=1&cursor={s.Cursor}"),
        ["graph cursor of another"] = s => Post("/graphql", new { query = $"{{households(first:1,after:\"{s.Cursor}\"){{nodes{{id}}}}}}" }),
        ["programme's cursor of another"] = s => Get($"/api/v1/programmes/{s.Programme}/eligible?limit=1&cursor={s.Cursor}"),
    };

    private sealed record Subject(string Id, string Nik, string Programme, string Cursor, string Export, string List, string Case);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Hidden_is_as_absent(string partner, string surface)
    {
        var (hidden, absent, warm) = await Subjects(partner, surface);
        await Ask(partner, Surfaces[surface](warm));
        var one = await Ask(partner, Surfaces[surface](hidden));
        var other = await Ask(partner, Surfaces[surface](absent));
        Assert.Equal(other.Answer, one.Answer);
        Assert.Equal(other.Statements, one.Statements);
        Assert.NotEmpty(one.Statements);
    }

    /// <summary>The check can fail: of a family that is there, answer and statements differ from those of none.</summary>
    [Theory]
    [InlineData("eligibility")]
    [InlineData("graph household")]
    public async Task What_is_there_is_told_apart(string surface)
    {
        var (hidden, absent, _) = await Subjects("pemkot-jayapura", surface);
        await using var registry = hub.Registry();
        var seen = await registry.Persons.Where(p => p.NikSealed != null && p.Household.RegencyCode == "91.71").OrderBy(p => p.Key)
            .Select(p => new { p.Household.Id, p.NikSealed }).FirstAsync();
        var there = hidden with { Id = seen.Id.ToString(), Nik = hub.Get<Seal>().OpenText(seen.NikSealed)! };
        var one = await Ask("pemkot-jayapura", Surfaces[surface](there));
        var other = await Ask("pemkot-jayapura", Surfaces[surface](absent));
        Assert.NotEqual(other.Answer, one.Answer);
        Assert.NotEqual(string.Join('\n', other.Statements), string.Join('\n', one.Statements));
    }

    private async Task<(Subject Hidden, Subject Absent, Subject Warm)> Subjects(string partner, string surface)
    {
        await using var registry = hub.Registry();
        var outside = partner == "kemenkes"
            ? registry.Persons.Where(p => p.Household.Rank.Decile > 5)
            : registry.Persons.Where(p => p.Household.ProvinceCode == "35");
        var person = await outside.Where(p => p.NikSealed != null && p.Presence == MemberPresence.WithFamily).OrderBy(p => p.Key)
            .Select(p => new { p.Household.Id, p.HouseholdKey, p.NikSealed }).FirstAsync();
        var id = partner == "kemenkes" ? hub.Get<Pseudonyms>().Of(partner).Of(person.Id) : person.Id;
        var programme = partner == "kemenkes" ? "PBI-JKN" : "PKH";
        var ministry = await hub.As("kemensos");
        var export = surface.Contains("export", StringComparison.Ordinal)
            ? (await Exported.Made(ministry, new { reader = "households", query = new { region = "91.71", fields = "id" } })).Id()
            : Absent;
        var list = surface.Contains("list", StringComparison.Ordinal) ? (await Listed.Frozen(ministry, new { programme = "PKH", region = "91.71" })).Id() : Absent;
        var cursor = (await ministry.Json("/api/v1/households?limit=1&region=35.07")).GetProperty("next").GetString()!;
        var hidden = await registry.Cases.FirstOrDefaultAsync(c => c.HouseholdKey == person.HouseholdKey && c.Programme == programme);
        if (hidden is null)
        {
            hidden = new() { Key = person.HouseholdKey, Id = Guid.CreateVersion7(), Programme = programme, Kind = CaseKind.Exclusion, HouseholdKey = person.HouseholdKey, State = CaseState.Open };
            registry.Cases.Add(hidden);
            await registry.SaveChangesAsync();
        }

        return (
            new(id.ToString(), hub.Get<Seal>().OpenText(person.NikSealed)!, programme, cursor, export, list, hidden.Id.ToString()),
            new(Absent, AbsentNik, programme, new string('A', cursor.Length), Absent, Absent, Absent),
            new(AlsoAbsent, AbsentNik, programme, "AAAA", AlsoAbsent, AlsoAbsent, AlsoAbsent));
    }

    /// <summary>Status, headers but for time and rate, body; and the statements the hub ran for it.</summary>
    private async Task<(string Answer, IReadOnlyList<string> Statements)> Ask(string partner, HttpRequestMessage request)
    {
        var http = await hub.As(partner);
        using var asked = request;
        asked.Headers.Add("X-Request-Id", "same");
        hub.Forget();
        using var answer = await http.SendAsync(asked);
        var body = await answer.Content.ReadAsStringAsync();
        var statements = hub.Heard;
        var headers = answer.Headers.Where(h => h.Key is not ("Date" or "RateLimit")).Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
        return ($"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{answer.Content.Headers}\n{body}", statements);
    }

    private static HttpRequestMessage Get(string url) => new(HttpMethod.Get, url);

    private static HttpRequestMessage Post(string url, object body) => new(HttpMethod.Post, url) { Content = JsonContent.Create(body) };

    private static HttpRequestMessage Graph(string query, Subject subject) => Post("/graphql", new { query, variables = new { id = subject.Id } });
}
