using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Regsosek.Api.Access;
using Regsosek.Api.Households;

namespace Regsosek.Benchmarks;

/// <summary>The same questions to hub and floor, one file of lines for each, and the proof that they get the same answers.</summary>
internal sealed partial class Requests(Server hub, Server floor, string folder) : IDisposable
{
    /// <summary>Lists that are walked: all families, and who is entitled to a programme.</summary>
    public const string Families = "/api/v1/households", Eligible = "/api/v1/programmes/PKH/eligible";

    private readonly HttpClient _http = new();

    /// <summary>A token of a client, by its secret.</summary>
    public async Task<string> Token(string client, string secret, CancellationToken stop)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = secret,
        });
        var answer = await _http.PostAsync(new Uri(hub.Url, "/connect/token"), form, stop);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("access_token").GetString()!;
    }

    public async Task<List<Guid>> Ids(int every, string? province, CancellationToken stop) =>
        (await _http.GetFromJsonAsync<List<Guid>>(new Uri(floor.Url, $"/ids?every={every}&province={province}"), stop))!;

    /// <summary>Cursors of the pages after the first ones: by the hub's own next.</summary>
    public async Task<List<string>> Walk(string token, int pages, int limit, CancellationToken stop, string also = "", string list = Families)
    {
        var cursors = new List<string>();
        for (string? cursor = null; cursors.Count < pages;)
        {
            var at = $"{list}?limit={limit}{(list == Families ? "&fields=id" : "")}{also}{(cursor is null ? "" : $"&cursor={cursor}")}";
            using var page = JsonDocument.Parse(await Text(hub, at, token, null, stop));
            if (!page.RootElement.TryGetProperty("next", out var next)) break;
            cursors.Add(cursor = next.GetString()!);
        }

        return cursors;
    }

    /// <summary>Keys after which the same pages begin at the floor.</summary>
    public async Task<List<string>> WalkFloor(int pages, int limit, CancellationToken stop)
    {
        var keys = new List<string>();
        for (var after = "0"; keys.Count < pages;)
        {
            using var page = JsonDocument.Parse(await Text(floor, $"/households?limit={limit}&after={after}", null, null, stop));
            if (!page.RootElement.TryGetProperty("next", out var next)) break;
            keys.Add(after = next.GetString()!);
        }

        return keys;
    }

    /// <summary>Numbers of persons, so many at most.</summary>
    public async Task<List<string>> Niks(string token, int most, CancellationToken stop)
    {
        var niks = new List<string>();
        for (string? cursor = null; niks.Count < most;)
        {
            using var page = JsonDocument.Parse(await Text(hub, $"{Families}?fields=members.nik&limit=500{(cursor is null ? "" : $"&cursor={cursor}")}", token, null, stop));
            var members = page.RootElement.GetProperty("items").EnumerateArray().SelectMany(family => family.GetProperty("members").EnumerateArray());
            niks.AddRange(members.Select(m => m.GetProperty("nik").GetString()).OfType<string>());
            if (!page.RootElement.TryGetProperty("next", out var next)) break;
            cursor = next.GetString();
        }

        return [.. niks.Take(most)];
    }

    /// <summary>A case of which every answer of the hub has been compared with the floor's for the first requests.</summary>
    public async Task<Case> Same(
        string name, string token, double? bar, bool post, IEnumerable<string> ofHub, IEnumerable<string> ofFloor, CancellationToken stop)
    {
        var (mine, theirs) = (ofHub.ToList(), ofFloor.ToList());
        for (var i = 0; i < Math.Min(mine.Count, 12); i++)
        {
            var (a, b) = (Plain(await Ask(hub, mine[i], token, post, stop)), Plain(await Ask(floor, theirs[i], null, post, stop)));
            if (a != b)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, "hub.json"), a, stop);
                await File.WriteAllTextAsync(Path.Combine(folder, "floor.json"), b, stop);
                throw new InvalidOperationException($"{name}: hub and floor answer differently to {mine[i]}: see {folder}/hub.json and floor.json");
            }
        }

        return new(name, Write(hub, name + ".hub", mine, post, token), Write(floor, name + ".floor", theirs, post, null), bar);
    }

    public void Dispose() => _http.Dispose();

    public Load Write(Server server, string name, IEnumerable<string> lines, bool post, string? token)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllLines(file, lines);
        return new(server, file, post, token);
    }

    public static string Page(string cursor, string also = "", string list = Families) => $"{list}?limit=50{also}{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}";

    public static string One(Guid id) => $"{Families}/{id}";

    /// <summary>Every field that REST gives, in its order, by GraphQL.</summary>
    public static string Graph(string cursor, Fields<HouseholdView> households, Fields<MemberView> members)
    {
        var own = string.Join(' ', households.All.Select(f => f.Name switch
        {
            "members" => $"members {{ {string.Join(' ', members.All.Select(m => m.Name))} }}",
            "classification" => "classification { scheme model version stage scope coverage date demonstration }",
            _ => f.Name,
        }));
        var query = $"query ($after: String) {{ households(first: 50, after: $after) {{ nodes {{ {own} }} }} }}";
        return "/graphql\t" + JsonSerializer.Serialize(new { query, variables = new { after = cursor.Length == 0 ? null : cursor } });
    }

    private Task<string> Ask(Server server, string line, string? token, bool post, CancellationToken stop) =>
        line.Split('\t') is [var path, var body] && post ? Text(server, path, token, body, stop) : Text(server, line, token, null, stop);

    private async Task<string> Text(Server server, string path, string? token, string? body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(server.Url, path));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var answer = await _http.SendAsync(request, stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
    }

    /// <summary>A cursor is sealed by the hub and a key at the floor, and GraphQL tells its cost; nothing else may differ.</summary>
    private static string Plain(string body) => Next().Replace(body, "");

    [GeneratedRegex("""(,"next":"[^"]*"}|,"extensions":.*)$""")]
    private static partial Regex Next();
}
