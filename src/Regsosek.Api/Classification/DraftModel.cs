using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification;

/// <summary>The statistics office writes a version of a model, or writes its draft anew. Nobody is ranked by it.</summary>
public static class DraftModel
{
    public static async Task<IResult> Handle(
        HttpContext http, Registry registry, Caller caller, ModelDocuments documents, ModelReader models, TimeProvider clock, CancellationToken stop)
    {
        if (!http.Request.HasJsonContentType()) return Problems.UnsupportedMediaType;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, stop);
        try
        {
            var (row, fault) = await Save(body.ToArray(), registry, documents, caller.ClientId, caller.EndUser, clock, stop);
            return fault is null
                ? Results.Json(await models.Get(row.Model, row.Version, stop), Json.Web, statusCode: StatusCodes.Status201Created)
                : fault;
        }
        catch (ModelRefusedException refusal)
        {
            return Problems.Refused(refusal);
        }
    }

    /// <summary>The draft as it stands now, or why it can't be written.</summary>
    /// <exception cref="ModelRefusedException">It is no scoring model.</exception>
    internal static async Task<(ModelVersion Row, Problem? Fault)> Save(
        byte[] utf8, Registry registry, ModelDocuments documents, string by, string? @for, TimeProvider clock, CancellationToken stop)
    {
        var model = documents.Read(utf8);
        var written = Row(model, utf8, by, @for, clock);
        var row = await registry.Models.FirstOrDefaultAsync(m => m.Model == model.Id && m.Version == model.Version, stop);
        if (row is { State: ModelState.Published }) return (row, Problems.ModelPublished);
        if (row is null) registry.Models.Add(row = written);
        else
        {
            (row.Kind, row.Document, row.Hash) = (written.Kind, written.Document, written.Hash);
            (row.DraftedBy, row.DraftedFor, row.DraftedAt) = (written.DraftedBy, written.DraftedFor, written.DraftedAt);
        }

        return (row, await registry.TrySave(stop) ? null : Problems.ModelChanged);
    }

    internal static ModelVersion Row(ScoringModel model, byte[] utf8, string by, string? @for, TimeProvider clock) => new()
    {
        Model = model.Id,
        Version = model.Version,
        Kind = model.Header.Kind,
        Document = Encoding.UTF8.GetString(utf8),
        Hash = model.Hash,
        DraftedBy = by,
        DraftedFor = @for,
        DraftedAt = clock.GetUtcNow().UtcDateTime,
    };
}
