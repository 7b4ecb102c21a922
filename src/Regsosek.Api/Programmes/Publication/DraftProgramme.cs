using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Programmes;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>A ministry writes the next version of its programme, or writes its draft anew. Nobody is judged by it.</summary>
public static class DraftProgramme
{
    public static async Task<IResult> Handle(
        string code, HttpContext http, Registry registry, Caller caller, OwnProgrammes own, ProgrammeCatalogue programmes, TimeProvider clock, CancellationToken stop)
    {
        var programme = own.Get(code);
        if (!http.Request.HasJsonContentType()) return Problems.UnsupportedMediaType;
        using var body = new StreamReader(http.Request.Body, Encoding.UTF8);
        var text = await body.ReadToEndAsync(stop);
        try
        {
            var version = programmes.Read(programme, text)[0];
            if (Drafts.Fault(programme, version, caller, registry.Today) is { } fault) return fault;
            var row = await Save(registry, version, text, caller, clock, stop);
            return row is null ? Problems.ProgrammeChanged : Results.Json(ProgrammeDraftView.Of(row, version), Json.Web, statusCode: StatusCodes.Status201Created);
        }
        catch (RuleException refusal)
        {
            return Problems.Refused(refusal);
        }
    }

    private static async Task<ProgrammeDocument?> Save(
        Registry registry, ProgrammeVersion version, string text, Caller caller, TimeProvider clock, CancellationToken stop)
    {
        var row = await registry.ProgrammeDocuments.FirstOrDefaultAsync(d => d.Open == version.Programme, stop);
        if (row is null)
        {
            registry.ProgrammeDocuments.Add(row = new()
            {
                Programme = version.Programme,
                Open = version.Programme,
                Document = text,
                Hash = version.Hash,
                DraftedBy = caller.ClientId,
            });
        }

        (row.Version, row.Document, row.Hash) = (version.Version, text, version.Hash);
        (row.DraftedBy, row.DraftedFor, row.DraftedAt) = (caller.ClientId, caller.EndUser, clock.GetUtcNow().UtcDateTime);
        return await registry.TrySave(stop) ? row : null;
    }
}
