using System.Text.Json;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.AsOf;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Programmes;

/// <summary>Routes of programmes and eligibility.</summary>
public static class ProgrammeEndpoints
{
    public static void MapProgrammes(this IEndpointRouteBuilder app)
    {
        var programmes = app.MapGroup("/api/v1/programmes").WithTags("Programmes");
        programmes.MapGet("/", List).Named("ListProgrammes", "The programmes and the version in force of each.").Open().Takes()
            .Produces<ProgrammeList>();
        programmes.MapGet("/{code}", Get).Named("GetProgramme", "One programme.").Open().Takes().Fails(Problems.NotFound).Produces<ProgrammeView>();
        programmes.MapGet("/{code}/eligibility/{householdId:guid}", Of).Named("GetEligibility", "Eligibility of one family, clause by clause.")
            .Needs(Scopes.EligibilityRead).Takes(Moments.Parameters).TakesMoment()
            .Fails(Problems.NotFound, Problems.ProgrammeNotGranted, Problems.BudgetExhausted, Problems.LogUnavailable).Produces<EligibilityView>();
        programmes.MapPost("/{code}/eligibility/batch", Batch).Named("GetEligibilityBatch", "Verdicts for up to 10,000 NIKs, in their order.")
            .Needs(Scopes.EligibilityRead).Takes()
            .Fails(Problems.NotFound, Problems.InvalidBody, Problems.UnknownParameter, Problems.InvalidParameter, Problems.BodyTooLarge, Problems.ProgrammeNotGranted,
                Problems.BudgetExhausted, Problems.ClientSuspended, Problems.LogUnavailable)
            .Produces<BatchVerdicts>();
        programmes.MapGet("/{code}/eligible", Eligible).Named("ListEligible", "Who is entitled, poorest first.").Needs(Scopes.EligibilityRead)
            .Takes(["region", "verdict", "limit", "cursor", .. Moments.Parameters]).TakesMoment()
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.InvalidParameter, Problems.InvalidCursor, Problems.ProgrammeNotGranted,
                Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces<EligiblePage>();
    }

    /// <summary>All programmes.</summary>
    public sealed record ProgrammeList(IReadOnlyList<ProgrammeView> Items);

    /// <summary>Verdicts in the order of the NIKs asked.</summary>
    public sealed record BatchVerdicts(IReadOnlyList<BatchVerdict> Items);

    /// <summary>A page of entitled families or persons.</summary>
    public sealed record EligiblePage(IReadOnlyList<EligibleView> Items, string? Next);

    private static Task List(HttpContext http, ProgrammeCatalogue programmes, TimeProvider clock) =>
        Etag.Send(http, JsonSerializer.SerializeToUtf8Bytes(new ProgrammeList([.. programmes.All.Select(p => ProgrammeView.Of(p, clock.Today()))]),
            Json.Web), "application/json");

    private static Task Get(string code, HttpContext http, ProgrammeCatalogue programmes, TimeProvider clock) =>
        programmes.Find(code) is { } programme
        ? Etag.Send(http, JsonSerializer.SerializeToUtf8Bytes(ProgrammeView.Of(programme, clock.Today()), Json.Web), "application/json")
        : Problems.NotFound.ExecuteAsync(http);

    private static async Task<IResult> Of(string code, Guid householdId, EligibilityReader eligibility, ReadContext reading, CancellationToken stop)
    {
        reading.Shape = $"programme={code}";
        return await eligibility.Of(code, householdId, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;
    }

    private static async Task<IResult> Batch(
        string code, Lookup.BatchRequest request, EligibilityReader eligibility, ReadContext reading, CancellationToken stop)
    {
        if (request.Niks.Count is 0 or > Lookup.MaxBatch)
            throw new ProblemException(Problems.Invalid("niks", $"between 1 and {Lookup.MaxBatch} NIKs."));
        reading.Shape = $"programme={code}&{request.Niks.Count} niks";
        return Results.Json(
            new BatchVerdicts(await eligibility.OfNiks(code, [.. request.Niks.Select((n, i) => Lookup.Normalised(n, $"niks/{i}"))], stop)), Json.Web);
    }

    /// <param name="region">Region at any level.</param>
    /// <param name="verdict">ELIGIBLE by default; several by comma. For UNKNOWN the missing facts are named.</param>
    /// <param name="limit">1 to 500, 50 by default.</param>
    /// <param name="cursor">The next of the page before.</param>
    private static async Task Eligible(
        string code, HttpContext http, EligibleReader eligible, EligibleShape shape,
        ReadContext reading, CancellationToken stop,
        string? region = null, string verdict = "ELIGIBLE", int limit = 50, string? cursor = null)
    {
        var query = EligibleQueries.Read(code, region, verdict, limit, cursor);
        reading.Shape = query.Bound;
        var page = await eligible.Page(query, stop);
        using var body = new Body();
        await using (var json = new Utf8JsonWriter(body, Json.Writer)) EligibleQueries.Write(json, page, shape);
        http.Response.ContentType = "application/json";
        await http.Response.BodyWriter.WriteAsync(body.Written, stop);
    }
}
