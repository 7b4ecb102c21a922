using System.Text.Json;
using System.Text.Json.Nodes;

namespace Regsosek.Tests.Parity;

/// <summary>Reads answers of GraphQL: errors as refusals, rows without reasons, the reasons in extensions.masked.</summary>
internal static class GraphReply
{
    /// <summary>What the agreement refuses is refused as HTTP; a scope or a name that is not granted is an error, and its field null.</summary>
    /// <param name="path">Names of the fields down to the one that is asked.</param>
    public static string? Differs(Reply reply, Refusal? due, params string[] path)
    {
        if (due?.Code is "agreement-not-in-force" or "purpose-not-agreed" or "end-user-required") return reply.Differs(due);
        if (reply.Status != 200) return $"{reply.Status} {reply.Body}";
        if (!reply.Json.TryGetProperty("errors", out var errors)) return due is null ? null : $"{due.Code} was due, not {reply.Body}";
        var extensions = errors[0].GetProperty("extensions");
        if (due is null || extensions.GetProperty("code").GetString() != due.Code) return $"{due?.Code ?? "no error"} was due, not {errors}";
        if (due.Fields.Count > 0 && !due.Fields.Contains(extensions.GetProperty("field").GetString()!))
            return $"one of {string.Join(' ', due.Fields)} was to be named, not {errors}";
        return Told(reply, path).ValueKind == JsonValueKind.Null ? null : $"an error, and data: {reply.Body}";
    }

    public static JsonElement Told(Reply reply, params string[] path) =>
        path.Aggregate(reply.Json.GetProperty("data"), (at, name) => at.GetProperty(name));

    /// <param name="due">Rows as REST has them, reasons beside the values.</param>
    /// <param name="types">The types whose rows they are: of the row, and by name of a member of it.</param>
    public static string? Compared(
        string path, IReadOnlyList<JsonObject> due, IReadOnlyList<JsonElement> told, JsonElement answer, params (string? Member, string Type)[] types)
    {
        var (masks, ids) = (new JsonObject(), new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal));
        foreach (var row in due)
            foreach (var (member, type) in types)
                foreach (var masked in Rows(row, member)) Take(type, masked);
        foreach (var (field, rows) in ids) masks[field] = new JsonObject { ["child"] = new JsonArray([.. rows.Select(id => (JsonNode)id)]) };
        var reasons = answer.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("masked", out var given)
            ? given : JsonDocument.Parse("{}").RootElement;
        return Difference.OfList(path, due, told) ?? Difference.At("/extensions/masked", masks, Sorted(reasons));

        void Take(string type, JsonObject row)
        {
            foreach (var (name, reason) in row["_masked"]!.AsObject())
            {
                var field = $"{type}.{name}";
                if (reason!.GetValue<string>() == "not-granted") masks[field] = "not-granted";
                else (ids.TryGetValue(field, out var known) ? known : ids[field] = new(StringComparer.Ordinal)).Add(row["id"]!.GetValue<string>());
            }

            row.Remove("_masked");
        }
    }

    private static IEnumerable<JsonObject> Rows(JsonObject row, string? member) => member is null ? [row] : row[member] switch
    {
        JsonArray many => many.Select(m => m!.AsObject()),
        JsonObject one => [one],
        _ => [],
    };

    /// <summary>The ids of a reason are a set: in order, so that they can be compared.</summary>
    private static JsonElement Sorted(JsonElement masked)
    {
        var sorted = JsonNode.Parse(masked.GetRawText())!.AsObject();
        foreach (var reason in sorted.Select(p => p.Value).OfType<JsonObject>())
        {
            if (reason["child"] is not JsonArray ids) continue;
            reason["child"] = new JsonArray([.. ids.Select(i => i!.GetValue<string>()).Order(StringComparer.Ordinal).Select(i => (JsonNode)i)]);
        }

        return JsonDocument.Parse(sorted.ToJsonString()).RootElement;
    }
}
