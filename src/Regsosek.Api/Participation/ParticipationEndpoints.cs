using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Timeouts;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Api.Statistics;

namespace Regsosek.Api.Participation;

/// <summary>Routes of who really receives (kepesertaan).</summary>
public static class ParticipationEndpoints
{
    private const string Ndjson = "application/x-ndjson";

    public static void MapParticipation(this IEndpointRouteBuilder app)
    {
        var participation = app.MapGroup("/api/v1/participation").WithTags("Participation");
        participation.MapPost("/", DeliverParticipation.Handle)
            .Named("DeliverParticipation", "A ministry sends who really receives its programme; the rows are taken in in the background.")
            .Needs(Scopes.ParticipationWrite).Takes("programme", "period").Accepts<string>("text/csv", Ndjson, DeliverParticipation.Xlsx)
            .Fails(Problems.InvalidBody, Problems.UnknownParameter, Problems.InvalidParameter, Problems.ProgrammeNotOwned, Problems.BodyTooLarge, Problems.UnsupportedMediaType)
            .Produces<DeliveryView>().Produces<DeliveryView>(StatusCodes.Status202Accepted);
        participation.MapGet("/deliveries/{id:guid}", Get).Named("GetDelivery", "One delivery of the caller's, and what became of it.")
            .Needs(Scopes.ParticipationWrite).Takes().Fails(Problems.NotFound, Problems.UnknownParameter, Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces<DeliveryView>();
        participation.MapGet("/deliveries/{id:guid}/rows", Rows).Named("ListDeliveredRows", "What became of every row of a delivery; as JSON page or NDJSON stream.")
            .Needs(Scopes.ParticipationWrite).Takes("state", "limit", "cursor")
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.InvalidParameter, Problems.InvalidCursor, Problems.NotAcceptable, Problems.BudgetExhausted,
                Problems.LogUnavailable)
            .Produces<DeliveredRowPage>(200, "application/json", Ndjson);
        participation.MapGet("/totals", Totals).Named("GetParticipationTotals", "Who really receives a programme: nation, provinces and regencies.").Open()
            .Takes("programme", "period", "region", "level").Fails(Problems.InvalidParameter, Problems.UnknownParameter, Problems.NothingDelivered).Produces<TotalsView>();
        participation.MapGet("/totals/local", LocalTotals).Named("GetLocalParticipationTotals", "The same of districts and villages in the caller's regions.")
            .Needs(Scopes.StatisticsRead).Takes("programme", "period", "region", "level")
            .Fails(Problems.InvalidParameter, Problems.UnknownParameter, Problems.NothingDelivered, Problems.NotFound).Produces<TotalsView>();
        app.MapGet("/api/v1/households/{id:guid}/participation", OfHousehold).WithTags("Participation")
            .Named("GetHouseholdParticipation", "What the family and its members were given, by whom and when: the latest period first, replaced rows included.")
            .Needs(Scopes.RegistryRead).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.FieldNotGranted, Problems.BudgetExhausted, Problems.LogUnavailable).Produces<ReceiptList>();
    }

    /// <summary>What a family was given, the latest period first.</summary>
    public sealed record ReceiptList(IReadOnlyList<ReceiptView> Items);

    /// <summary>A page of rows, in the order of the file.</summary>
    public sealed record DeliveredRowPage(IReadOnlyList<DeliveredRowView> Items, string? Next);

    private static async Task<IResult> Get(Guid id, DeliveryReader deliveries, CancellationToken stop) =>
        await deliveries.Get(id, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;

    /// <param name="state">standing, replaced, rejected, matched or unmatched; all by default.</param>
    /// <param name="limit">1 to 500, 50 by default.</param>
    /// <param name="cursor">The next of the page before.</param>
    private static async Task<IResult> Rows(
        Guid id, HttpContext http, DeliveryReader deliveries, ReadContext reading, CancellationToken stop, string? state = null, int limit = HouseholdQuery.DefaultLimit, string? cursor = null)
    {
        if (limit is < 1 or > HouseholdQuery.MaxLimit) return Problems.Invalid("limit", $"1 to {HouseholdQuery.MaxLimit}.");
        var type = Accept.Of(http.Request, "application/json", Ndjson);
        if (type is null) return Problems.NotAcceptable;
        if (type == Ndjson && !http.Request.Query.ContainsKey("limit")) limit = HouseholdQuery.MaxLimit;
        reading.Shape = $"delivery={id}{(state is null ? "" : $"&state={state}")}";
        if (await deliveries.Rows(id, state, limit, cursor, stop) is not { } page) return Problems.NotFound;
        if (type != Ndjson) return Results.Json(new DeliveredRowPage(page.Items, page.Next), Json.Web);
        http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        http.Response.ContentType = Ndjson;
        await foreach (var rows in deliveries.Stream(id, state, limit, page, stop))
        {
            foreach (var row in rows)
            {
                http.Response.BodyWriter.Write(JsonSerializer.SerializeToUtf8Bytes(row, Json.Web));
                http.Response.BodyWriter.Write("\n"u8);
            }

            await http.Response.BodyWriter.FlushAsync(stop);
            if (http.IsHead()) break;
        }

        return Results.Empty;
    }

    private static async Task<IResult> OfHousehold(Guid id, ReceiptReader receipts, CancellationToken stop) =>
        await receipts.Of(id, stop) is { } found ? Results.Json(new ReceiptList(found), Json.Web) : Problems.NotFound;

    /// <param name="programme">Code of the programme.</param>
    /// <param name="period">2026-01 or 2026-Q1; the latest by default.</param>
    /// <param name="region">Kemendagri code of a province or regency; ID, the default, is the nation.</param>
    /// <param name="level">nation, province or regency: of which regions; the region's own by default.</param>
    private static async Task<IResult> Totals(
        TotalsReader totals, Dimensions dimensions, CancellationToken stop, string? programme = null, string? period = null, string? region = null, string? level = null)
    {
        var question = StatisticsQuestion.Of(dimensions, null, region, level);
        if (!question.IsPublic) return Problems.Invalid(level is null ? "region" : "level", "below the regency totals are at /api/v1/participation/totals/local.");
        return Results.Json(await totals.Of(programme, period, question, stop), Json.Web);
    }

    /// <param name="programme">Code of the programme.</param>
    /// <param name="period">2026-01 or 2026-Q1; the latest by default.</param>
    /// <param name="region">Kemendagri code of a region of the agreement, or of one above or below it.</param>
    /// <param name="level">district or village; the region's own by default.</param>
    private static async Task<IResult> LocalTotals(
        TotalsReader totals, Dimensions dimensions, CancellationToken stop, string? programme = null, string? period = null, string? region = null, string? level = null)
    {
        var question = StatisticsQuestion.Of(dimensions, null, region, level);
        if (question.IsPublic) return Problems.Invalid(level is null ? "region" : "level", "district or village.");
        return Results.Json(await totals.Of(programme, period, question, stop), Json.Web);
    }
}
