using System.Text.Json;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Exports;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.AsOf;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>Pages of entries, of a draft or of a frozen list: as of its instant, by the terms that it stands on, for whoever asks now.</summary>
public sealed class ListPages(ListReader lists, ReadingScopes scopes, ExportAgreements agreements, Caller caller, ReadContext reading, Cursors cursors)
{
    public const int DefaultLimit = 50, MaxLimit = 500;

    /// <exception cref="ProblemException">There is no such list, it is withdrawn, or has no entries yet.</exception>
    /// <param name="asProgramme">Shown is what the list of a programme shows, whatever fields were named.</param>
    public async Task<(Page<ListRow> Page, ListShape Shape)> Page(Guid id, int limit, string? cursor, CancellationToken stop, bool asProgramme = false)
    {
        if (limit is < 1 or > MaxLimit) throw new ProblemException(Problems.Invalid("limit", $"1 to {MaxLimit}."));
        var list = await lists.Allowed(id, stop);
        if (list.State is ListState.Building or ListState.Failed) throw new ProblemException(Problems.NotIn(ListView.Name(list.State)));
        if (asProgramme) list.Fields = null;
        var bound = $"list={id:n}";
        var after = cursor is null ? 0 : cursors.Open(cursor, caller, bound).Key;
        reading.Shape = $"{bound}&after={after}";
        await using var scope = scopes.For(await Reading(list, stop), new Moment(list.Day, list.KnownAt, list.AsOf), reading);
        var entries = scope.ServiceProvider.GetRequiredService<ListEntryReader>();
        var (rows, places) = await entries.Page(list, after, long.MaxValue, limit, stop);
        var next = places.Count == limit && await entries.IsAfter(list, places[^1], stop) ? Seal(places[^1]) : null;

        // The page goes on after the last place that was looked at, whether or not anybody is shown there.
        string[] cursorOf = [.. rows.Select(r => Seal(r.Place)).Take(next is null ? rows.Count : Math.Max(0, rows.Count - 1)), .. next is null ? Array.Empty<string>() : [next]];
        return (new(rows, next, cursorOf, null), entries.Shape(list));

        string Seal(long place) => cursors.Seal(new(place, null), caller, bound);
    }

    /// <summary>Against today: who has left, or entered.</summary>
    /// <exception cref="ProblemException">There is no such list, it is withdrawn, or not frozen.</exception>
    public async Task<Page<DriftView>> Drift(Guid id, string kind, int limit, string? cursor, CancellationToken stop)
    {
        if (limit is < 1 or > MaxLimit) throw new ProblemException(Problems.Invalid("limit", $"1 to {MaxLimit}."));
        if (kind is not ("left" or "entered")) throw new ProblemException(Problems.Invalid("kind", "left or entered."));
        var list = await lists.Allowed(id, stop);
        if (list.State != ListState.Frozen) throw new ProblemException(Problems.NotIn(ListView.Name(list.State)));
        var bound = $"list={id:n}&drift={kind}";
        var after = cursor is null ? kind == "left" ? 0 : long.MinValue : cursors.Open(cursor, caller, bound).Key;
        reading.Shape = bound;
        await using var scope = scopes.For(await Reading(list, stop), null, reading);
        var drift = scope.ServiceProvider.GetRequiredService<DriftReader>();
        var (items, next) = kind == "left" ? await drift.Left(list, after, limit, stop) : await drift.Entered(list, after, limit, stop);
        return new(items, next is { } last ? cursors.Seal(new(last, null), caller, bound) : null, null, null);
    }

    public static void Write(Utf8JsonWriter json, Page<ListRow> page, ListShape shape)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var row in page.Items) ListNdjson.Write(json, row, shape);
        json.WriteEndArray();
        if (page.Next is not null) json.WriteString("next", page.Next);
        json.WriteEndObject();
    }

    /// <summary>Under the list's terms; the access log names who asks.</summary>
    private async Task<Caller> Reading(TargetedList list, CancellationToken stop) =>
        (await agreements.CallerOf(list, stop) ?? throw new ProblemException(Problems.ListWithdrawn)) with { ClientId = caller.ClientId, EndUser = caller.EndUser };
}
