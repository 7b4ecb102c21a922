using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification;

/// <summary>A draft becomes a published version: in force from a day on, in place of the version before, and unchangeable from now on.</summary>
public static class PublishModel
{
    /// <param name="From">First day in force: today or later, and after that of every version published before.</param>
    /// <param name="Hash">Hash of the draft that was read; another one that has taken its place is not published unseen.</param>
    public sealed record Request(DateOnly From, string Hash);

    public static async Task<IResult> Handle(
        string model, int version, Request request, Registry registry, Caller caller, PublishedModels published, ModelReader models,
        TimeProvider clock, CancellationToken stop)
    {
        try
        {
            return await Publish(model, version, request, registry, published, caller.ClientId, caller.EndUser, clock, stop)
                ?? Results.Json(await models.Get(model, version, stop), Json.Web);
        }
        catch (ModelRefusedException refusal)
        {
            return Problems.Refused(refusal);
        }
    }

    /// <summary>Null when it is done.</summary>
    /// <exception cref="ModelRefusedException">The draft was a model once, and is none for this version of the hub.</exception>
    internal static async Task<Problem?> Publish(
        string model, int version, Request request, Registry registry, PublishedModels published, string by, string? @for, TimeProvider clock,
        CancellationToken stop)
    {
        var rows = await registry.Models.Where(m => m.Model == model).ToListAsync(stop);
        var draft = rows.FirstOrDefault(m => m.Version == version);
        if (draft is null) return Problems.NotFound;
        if (draft.State == ModelState.Published) return Problems.ModelPublished;
        if (draft.Hash != request.Hash) return Problems.ModelChanged;
        if (request.From < registry.Today) return Problems.Invalid("from", $"today ({registry.Today:yyyy-MM-dd}) or later: what was in force stays.");
        var last = rows.Where(m => m.State == ModelState.Published).MaxBy(m => m.From);
        if (request.From <= last?.From)
            return Problems.Invalid("from", $"after {last.From:yyyy-MM-dd}, from which version {last.Version} is in force.");
        published.Read(draft);
        Into(draft, request.From, by, @for, clock);
        return await registry.TrySave(stop) ? null : Problems.ModelChanged;
    }

    internal static void Into(ModelVersion row, DateOnly from, string by, string? @for, TimeProvider clock) =>
        (row.State, row.From, row.PublishedBy, row.PublishedFor, row.PublishedAt) =
        (ModelState.Published, from, by, @for, clock.GetUtcNow().UtcDateTime);
}
