using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Enumeration;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>The owner of a frozen list recalls or amends entries of it. The list stays as it is; whoever pulls it is told.</summary>
public static class GiveNotice
{
    private const int MostPlaces = 10_000;

    public sealed record Request
    {
        /// <summary>recall: not to be acted upon any more; amendment: to be read with what is said.</summary>
        public required string Kind { get; init; }

        /// <summary>Places of the entries; left out for all of them.</summary>
        public IReadOnlyList<long>? Places { get; init; }

        /// <summary>Why, without anybody's name or number.</summary>
        public required string Reason { get; init; }
    }

    public static async Task<IResult> Handle(
        Guid id, Request request, ListReader lists, Registries registries, Caller caller, TimeProvider clock, CancellationToken stop)
    {
        var list = await lists.Allowed(id, stop);
        if (list.State != ListState.Frozen) return Problems.NotIn(ListView.Name(list.State));
        if (request.Kind is not ("recall" or "amendment")) return Problems.Invalid("kind", "recall or amendment.");
        if (request.Reason.Length is 0 or > 500 || SourceSheet.HasLongNumber(request.Reason)) return Problems.Invalid("reason", "up to 500 letters, without long numbers.");
        List<long> places = [.. (request.Places ?? []).Distinct().Order()];
        if (places.Count > MostPlaces) return Problems.Invalid("places", $"at most {MostPlaces:N0}.");
        await using var registry = registries.For(Caller.System("lists"));
        if (places.Count > 0 && await registry.ListEntries.CountAsync(e => e.ListKey == list.Key && places.Contains(e.Place), stop) != places.Count)
            return Problems.Invalid("places", "are those of entries of the list.");

        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        var notice = new ListNotice
        {
            Key = await KeyBlocks.Take(registry, "list notices", 1, stop),
            ListKey = list.Key,
            Number = 1 + await registry.ListNotices.CountAsync(n => n.ListKey == list.Key, stop),
            IsRecall = request.Kind == "recall",
            Places = places,
            Reason = request.Reason,
            Client = caller.ClientId,
            At = clock.GetUtcNow().UtcDateTime,
        };
        registry.ListNotices.Add(notice);
        await registry.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return Results.Json(NoticeView.Of(notice), Json.Web, statusCode: StatusCodes.Status201Created);
    }
}

/// <summary>A notice.</summary>
/// <param name="Number">From 1 in its list.</param>
/// <param name="Kind">recall or amendment.</param>
/// <param name="Places">Places of the entries; null for all of them.</param>
public sealed record NoticeView(int Number, string Kind, IReadOnlyList<long>? Places, string Reason, string By, DateTime At)
{
    public static NoticeView Of(ListNotice notice) => new(notice.Number, notice.IsRecall ? "recall" : "amendment", notice.Places.Count == 0 ? null : notice.Places, notice.Reason,
        notice.Client, notice.At);
}
