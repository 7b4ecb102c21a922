using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Regsosek.Tests.Parity;

/// <summary>One way to reach person-level data: what it covers (names of routes, fields of the graph), and how an answer of it is held against
/// the oracle. Gives what differs, or null.</summary>
internal sealed record Surface(string Name, IReadOnlyList<string> Covers, Func<Asking, Task<string?>> Differs)
{
    /// <summary>It is asked in one case of so many.</summary>
    public int Every { get; init; } = 1;
}

/// <summary>One case on its way to a surface.</summary>
internal sealed record Asking(HttpClient Http, Oracle Oracle, Query Query)
{
    public const string Absent = "018f0000-0000-7000-8000-000000000000";

    /// <summary>The id to ask as the partner has it, and its family where there is one for him.</summary>
    public (string Id, Data.Households.Household? Family) ById
    {
        get
        {
            var all = Oracle.Now.Stored.Families;
            if (Query.ById is not { } at || all.Count == 0) return (Absent, null);
            var id = all[at % all.Count].Id;
            return (Oracle.Shown(id).ToString(), Oracle.Families.SingleOrDefault(h => h.Id == id));
        }
    }

    /// <summary>The same of the present: for a surface that takes no time.</summary>
    public Asking OfNow => this with { Oracle = Oracle.Now, Query = Query with { AsOf = null, KnownAt = null } };

    /// <summary>As of when, as parameters by name.</summary>
    public IReadOnlyList<(string Name, string Text)> Times => [.. Query.Times(Oracle.Now.Stored.Today)];

    /// <summary>The problem the whole request answers with: the agreement, then the scope.</summary>
    public Refusal? Refused(string scope) =>
        Oracle.RefusesAll is { } all ? new(all) : Oracle.HasScope(scope) ? null : new("scope-missing");

    /// <summary>The same, then what the query names but may not.</summary>
    public Refusal? RefusedNaming(string scope, Query query) => Refused(scope)
        ?? (Oracle.NamesHiddenProgramme(query) ? new Refusal("programme-not-granted") : null)
        ?? (Oracle.HiddenNames(query) is { Count: > 0 } hidden ? new("field-not-granted") { Fields = hidden } : null);
}

/// <summary>A refusal by its code, and the fields one of which it names.</summary>
internal sealed record Refusal(string Code)
{
    public IReadOnlyList<string> Fields { get; init; } = [];
    public int Status => Code == "end-user-required" ? 400 : Code == "not-found" ? 404 : 403;
}

/// <summary>An answer, read once.</summary>
internal sealed record Reply(int Status, string Body, string? Next)
{
    private JsonElement? _json;

    public JsonElement Json => _json ??= JsonDocument.Parse(Body).RootElement;

    public static async Task<Reply> Get(HttpClient http, string url, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "Accept", accept } } };
        return await Of(await http.SendAsync(request));
    }

    public static async Task<Reply> Post(HttpClient http, string url, object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
        return await Of(await http.PostAsync(url, content));
    }

    private static async Task<Reply> Of(HttpResponseMessage answer)
    {
        using var own = answer;
        var next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), next);
    }

    /// <summary>What differs from the problem that was due, or from no problem.</summary>
    public string? Differs(Refusal? due)
    {
        if (due is null) return Status == (int)HttpStatusCode.OK ? null : $"{Status} {Body}";
        if (Status != due.Status || !Json.GetProperty("type").GetString()!.EndsWith('/' + due.Code))
            return $"{due.Code} was due, not {Status} {Body}";
        return due.Fields.Count == 0 || due.Fields.Contains(Json.GetProperty("field").GetString()!) ? null
            : $"one of {string.Join(' ', due.Fields)} was to be named, not {Body}";
    }
}

/// <summary>The first place where an answer is not what the oracle says.</summary>
internal static class Difference
{
    public static string? At(string path, JsonNode? due, JsonElement told) => due switch
    {
        null => told.ValueKind == JsonValueKind.Null ? null : Says(path, due, told),
        JsonObject row when told.ValueKind == JsonValueKind.Object => OfRow(path, row, told),
        JsonArray list when told.ValueKind == JsonValueKind.Array => OfList(path, [.. list], [.. told.EnumerateArray()]),
        JsonValue value when IsSame(value, told) => null,
        _ => Says(path, due, told),
    };

    /// <summary>The same where what is null may be left out.</summary>
    public static string? Loose(string path, JsonNode? due, JsonElement told) =>
        At(path, Full(due), JsonDocument.Parse(Full(JsonNode.Parse(told.GetRawText()))?.ToJsonString() ?? "null").RootElement);

    private static JsonNode? Full(JsonNode? node) => node switch
    {
        JsonObject row => new JsonObject(row.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, Full(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Full)]),
        _ => node?.DeepClone(),
    };

    public static string? OfList(string path, IReadOnlyList<JsonNode?> due, IReadOnlyList<JsonElement> told)
    {
        for (var i = 0; i < Math.Min(due.Count, told.Count); i++)
            if (At($"{path}/{i}", due[i], told[i]) is { } difference) return difference;
        return due.Count == told.Count ? null : $"{path}: {due.Count} were due, {told.Count} came";
    }

    private static string? OfRow(string path, JsonObject due, JsonElement told)
    {
        var names = told.EnumerateObject().Select(p => p.Name).ToHashSet();
        if (!names.SetEquals(due.Select(p => p.Key)))
        {
            return $"{path}: should not be there: {string.Join(' ', names.Except(due.Select(p => p.Key)))}; "
                + $"should: {string.Join(' ', due.Select(p => p.Key).Except(names))}";
        }

        return due.Select(p => At($"{path}/{p.Key}", p.Value, told.GetProperty(p.Key))).FirstOrDefault(d => d is not null);
    }

    private static bool IsSame(JsonValue due, JsonElement told) => told.ValueKind switch
    {
        JsonValueKind.String => due.TryGetValue(out string? text) && text == told.GetString(),
        JsonValueKind.Number => due.GetValueKind() == JsonValueKind.Number
            && double.Parse(due.ToJsonString(), CultureInfo.InvariantCulture).Equals(told.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => due.GetValueKind() == told.ValueKind,
        _ => false,
    };

    private static string Says(string path, JsonNode? due, JsonElement told) =>
        $"{path}: {due?.ToJsonString() ?? "null"} was due, not {told.GetRawText()}";
}
