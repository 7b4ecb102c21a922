using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Parity;

/// <summary>A hidden value cannot be told by anything: two registers that differ in it alone give a partner without its group the same bytes,
/// whatever he asks. A partner with the group is told the difference, so each check can fail.</summary>
[OnEveryEngine]
public sealed class HiddenFieldsTests(ParityHub hub) : IClassFixture<ParityHub>
{
    private const string List = "/api/v1/households";

    /// <summary>Groups, each hidden in turn from a partner who has all others.</summary>
    public static TheoryData<FieldGroups> Groups => [.. Enum.GetValues<FieldGroups>().Where(g => g is not (FieldGroups.None or FieldGroups.All))];

    [Theory, MemberData(nameof(Groups))]
    public async Task Lists_counts_cursors_and_etags_are_the_same(FieldGroups hidden) => await Same(hidden, told => told.Lists);

    [Theory, MemberData(nameof(Groups))]
    public async Task One_family_is_the_same(FieldGroups hidden) => await Same(hidden, told => told.Families);

    [Theory, MemberData(nameof(Groups))]
    public async Task The_graph_is_the_same(FieldGroups hidden) => await Same(hidden, told => told.Graph);

    /// <summary>Filters: those on hidden fields are refused in the same words whatever the families hold, the others find the same.</summary>
    [Theory, MemberData(nameof(Groups))]
    public async Task Filters_find_the_same_and_errors_say_the_same(FieldGroups hidden) =>
        await Same(hidden, told => told.Filters, differs: Filters().Any(f => Needs(hidden, Oracle.GroupOfFilter(f.Name))));

    [Theory, MemberData(nameof(Groups))]
    public async Task A_look_up_tells_the_same(FieldGroups hidden) => await Same(hidden, told => told.LookUp, differs: hidden is FieldGroups.Classification);

    /// <summary>The verdict stands on all facts, so it may change; where it does not, nothing else does.</summary>
    [Theory, MemberData(nameof(Groups))]
    public async Task A_trace_tells_no_more_than_the_verdict(FieldGroups hidden)
    {
        var told = await Twice(hidden);
        foreach (var (before, after) in told.WithoutBefore.Traces.Zip(told.WithoutAfter.Traces).Where(pair => Verdicts(pair.First) == Verdicts(pair.Second)))
            Assert.Equal(before.GetRawText(), after.GetRawText());
        var differs = told.AllBefore.Traces.Zip(told.AllAfter.Traces).Count(pair => pair.First.GetRawText() != pair.Second.GetRawText());
        if (InRules.Contains(hidden)) Assert.True(differs > 0, "no trace of anybody changed");
    }

    /// <summary>All that a partner is told of one register.</summary>
    private sealed record AllTold(string Lists, string Families, string Graph, string Filters, string LookUp, IReadOnlyList<JsonElement> Traces);

    private static async Task<AllTold> Ask(HttpClient http, FieldGroups hidden, string[] niks)
    {
        var (lists, families, filters) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var (at, sort) in Query.Sorts.Index())
            await Told(lists, http, $"{List}?limit=7&count=exact&sort={(at % 2 == 0 ? "" : "-")}{sort}");
        await Told(lists, http, $"{List}?limit=7&count=estimated");
        await Told(lists, http, $"{List}?include=members&limit=100");
        await Told(lists, http, List, "application/x-ndjson");
        await Told(lists, http, List, "text/csv");

        List<JsonElement> traces = [];
        foreach (var (at, id) in (await http.Json($"{List}?limit=30&fields=id")).Items().Select(h => h.GetProperty("id").GetString()).Index())
        {
            await Told(families, http, $"{List}/{id}");
            await Told(families, http, $"{List}/{id}/classifications");
            foreach (var (_, programme) in Oracle.Programmes.Index().Where(p => at < 10 && (p.Index + at) % 2 == 0))
                traces.Add(await http.Json($"/api/v1/programmes/{programme}/eligibility/{id}"));
        }

        foreach (var (_, (name, text)) in Filters().Index().Where(f => f.Index % 9 == 0 || Needs(hidden, Oracle.GroupOfFilter(f.Item.Name))))
            await Told(filters, http, $"{List}?fields=id&count=exact&{name}={text}");

        var family = string.Join(' ', OracleFields.OfFamily.Select(f => f.Name).Where(n => n is not ("members" or "classification")));
        var member = string.Join(' ', OracleFields.OfMember.Select(f => f.Name));
        var query = $"{{households(first:40){{totalCount edges{{cursor node{{{family} members{{{member}}} classification{{model}} "
            + "classifications{decile score}}}}}";
        using var graph = await http.PostAsJsonAsync("/graphql", new { query });
        using var lookUp = await http.PostAsJsonAsync("/api/v1/lookup/batch", new { niks });
        return new(lists.ToString(), families.ToString(), $"{graph.StatusCode} {await graph.Content.ReadAsStringAsync()}", filters.ToString(),
            await lookUp.Content.ReadAsStringAsync(), traces);
    }

    private static readonly FieldGroups[] InRules = [FieldGroups.Demography, FieldGroups.Housing, FieldGroups.Education, FieldGroups.Work,
        FieldGroups.Health, FieldGroups.Protection, FieldGroups.Classification];

    /// <summary>Of whom there is one is part of the verdict: those who are present.</summary>
    private static string Verdicts(JsonElement view) => view.GetProperty("verdict").GetString() + (view.TryGetProperty("persons", out var persons)
        ? string.Join(' ', persons.EnumerateArray().Select(p => $"{p.GetProperty("personId")} {p.GetProperty("verdict")}")) : "");

    private static bool Needs(FieldGroups hidden, FieldGroups group) => (hidden & group) != 0;

    /// <summary>A text for every filter there is.</summary>
    private static IEnumerable<(string Name, string Text)> Filters() =>
        Question.All.Where(q => q.IsCoded).Select(q => (q.OfPerson ? "member" + q.Property : q.Name, $"{q.Codes[0]}"))
            .Concat([("decile", "1-5"), ("welfareClass", "MISKIN,RENTAN"), ("memberCount", "2-3"), ("declaredReceipt", "pkh,lpg"),
                ("sectorGroup", "agriculture"), ("memberAge", "0-30")]);

    private static async Task Told(StringBuilder told, HttpClient http, string url, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "Accept", accept }, { "X-Request-Id", "same" } } };
        using var answer = await http.SendAsync(request);
        told.Append(url).Append(' ').Append(answer.StatusCode).Append(answer.Headers.ETag).Append(answer.Headers.GetValues("X-Request-Id").Single())
            .Append(answer.Content.Headers.ContentLength).AppendLine(await answer.Content.ReadAsStringAsync());
    }

    private async Task Same(FieldGroups hidden, Func<AllTold, string> of, bool differs = true)
    {
        var told = await Twice(hidden);
        Assert.Equal(of(told.WithoutBefore), of(told.WithoutAfter));
        if (differs) Assert.NotEqual(of(told.AllBefore), of(told.AllAfter));
    }

    private static readonly ConcurrentDictionary<FieldGroups, Task<(AllTold WithoutBefore, AllTold WithoutAfter, AllTold AllBefore, AllTold AllAfter)>> Asked = new();

    /// <summary>Asks before and after the hidden values changed, once: a partner without the group, and one with all.</summary>
    private Task<(AllTold WithoutBefore, AllTold WithoutAfter, AllTold AllBefore, AllTold AllAfter)> Twice(FieldGroups hidden) => Asked.GetOrAdd(hidden, async _ =>
    {
        if (hub.Villages.Count == 0) await hub.Store(new Stored { Today = hub.Today, Models = [] });
        var stored = hub.Draw(7, 20);
        string[] niks = [.. stored.NikOf.Values.Take(20)];
        await hub.Store(stored);
        var (without, all) = (await Told(FieldGroups.All & ~hidden, 0), await Told(FieldGroups.All, 1));
        foreach (var family in stored.Families) Change(family, hidden, stored);
        await hub.Store(stored);
        return (without, await Told(FieldGroups.All & ~hidden, 0), all, await Told(FieldGroups.All, 1));

        async Task<AllTold> Told(FieldGroups fields, int partner)
        {
            using var http = await hub.Under(Terms(fields), partner);
            return await Ask(http, hidden, niks);
        }
    });

    private static Terms Terms(FieldGroups fields) => new()
    {
        Regions = ["ID"],
        Fields = fields,
        Purposes = [Parity.Terms.TokenPurpose],
        Programmes = [.. Oracle.Programmes],
        Scopes = ["registry.read", "eligibility.read"],
        IsActive = true,
        Days = (0, null),
        WantsEndUser = false,
        SaysEndUser = false,
    };

    /// <summary>Turns every stored value that the group alone hides into another.</summary>
    private static void Change(Household family, FieldGroups hidden, Stored stored)
    {
        foreach (var field in OracleFields.OfFamily.Where(f => Needs(hidden, f.Group))) Turn(family, field.Name);
        foreach (var member in family.Members)
        {
            foreach (var field in OracleFields.OfMember.Where(f => Needs(hidden, f.Group))) Turn(member, field.Name);

            // Both read "other" for whom they are hidden.
            if (hidden == FieldGroups.HealthSensitive && (int?)member.ChronicIllness is 7 or 12)
                member.ChronicIllness = (Illness)(19 - (int)member.ChronicIllness);
        }

        if (hidden == FieldGroups.Score)
        {
            foreach (var score in stored.Scores.Where(s => s.HouseholdKey == family.Key))
                (score.Score, score.Likelihood, score.Expenditure) = ((short?)(100 - score.Score), 100 - score.Likelihood, 1 + (score.Expenditure ?? 0));
            foreach (var rank in stored.Ranks.Where(r => r.HouseholdKey == family.Key)) rank.Score = (short?)(100 - rank.Score);
        }

        if (hidden != FieldGroups.Classification) return;
        foreach (var rank in stored.Ranks.Where(r => r.HouseholdKey == family.Key && r.Decile is not null))
            (rank.Decile, rank.Percentile) = ((short)(11 - rank.Decile!), 100 - rank.Percentile);
    }

    private static void Turn(object row, string name)
    {
        var property = row.GetType().GetProperty(char.ToUpperInvariant(name[0]) + name[1..]);
        if (property is null || property.GetValue(row) is not { } value) return;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var question = Question.All.FirstOrDefault(q => q.Name == name && q.OfPerson == row is Person);
        property.SetValue(row, value switch
        {
            _ when question?.IsCoded == true => Enum.ToObject(type, Another(question.Codes, Convert.ToInt32(value, CultureInfo.InvariantCulture))),
            Enum code => Enum.ToObject(type, (Convert.ToInt32(code, CultureInfo.InvariantCulture) % 6) + 1),
            string text => text.Length == 0 ? "z" : text[..^1] + (text[^1] == 'z' ? 'y' : 'z'),
            double number => number + 0.01,
            Guid id => new Guid([.. id.ToByteArray().Reverse()]),
            DateOnly day => day.AddDays(-400),
            short small => (short)(small + 1),
            _ => throw new NotSupportedException(type.Name),
        });
    }

    private static int Another(int[] codes, int code) => codes.Where(c => c != code).ElementAt(code % (codes.Length - 1));
}
