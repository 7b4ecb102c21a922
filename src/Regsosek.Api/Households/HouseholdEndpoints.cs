using System.Text.Json;
using Microsoft.AspNetCore.Http.Timeouts;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.AsOf;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Households;

/// <summary>Routes of families.</summary>
public static class HouseholdEndpoints
{
    public static void MapHouseholds(this IEndpointRouteBuilder app)
    {
        var households = app.MapGroup("/api/v1/households").WithTags("Households");
        households.MapGet("/", List).Named("ListHouseholds", "Families in scope, filtered, sorted and paged; as JSON page, NDJSON or CSV stream.")
            .Needs(Scopes.RegistryRead).TakesMoment()
            .Fails(Problems.UnknownParameter, Problems.InvalidParameter, Problems.FieldNotGranted, Problems.InvalidCursor, Problems.NotAcceptable,
                Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces<HouseholdPage>(200, "application/json", HouseholdRows.Ndjson, HouseholdRows.Csv);
        households.MapGet("/{id:guid}", Get).Named("GetHousehold", "One family with its members.").Needs(Scopes.RegistryRead)
            .Takes(["fields", .. Moments.Parameters]).TakesMoment()
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.FieldNotGranted, Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces<HouseholdView>();
    }

    /// <summary>A page of families.</summary>
    public sealed record HouseholdPage(IReadOnlyList<HouseholdView> Items, string? Next, long? Total);

    private static async Task List(
        HttpContext http, HouseholdQueries queries, HouseholdReader households, ReadContext reading, Caller caller, MomentSlot asOf, CancellationToken stop)
    {
        var query = queries.Read(http.Request.Query);
        reading.Shape = query.Shape;
        var type = Accept.Of(http.Request, "application/json", HouseholdRows.Ndjson, HouseholdRows.Csv);

        // A stream takes as long as the client reads; a page does not.
        if (type is not "application/json" && query.Count is not null)
            throw new ProblemException(Problems.Invalid("count", "a stream has no total."));
        if (type is not "application/json") http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        if (type is null)
        {
            await Problems.NotAcceptable.ExecuteAsync(http);
            return;
        }

        if (type is not "application/json")
        {
            using var rows = HouseholdRows.Of(type, query.Selection);
            await HouseholdStream.Send(http, households.Stream(query, stop), rows, stop);
            return;
        }

        var page = await households.Page(query, stop);
        using var body = new Body();
        await using (var json = new Utf8JsonWriter(body, Json.Writer))
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var household in page.Items) HouseholdJson.Write(json, household, query.Selection);
            json.WriteEndArray();
            if (page.Next is not null) json.WriteString("next", page.Next);
            if (page.Total is { } total) json.WriteNumber("total", total);
            json.WriteEndObject();
        }

        if (page.Next is not null) http.Response.Headers.Link = $"<{NextUrl(http.Request, page.Next)}>; rel=\"next\"";
        await Etag.Send(http, body.Written, "application/json", caller.PartnerCode, asOf.Moment?.Named);
    }

    private static async Task Get(Guid id, HttpContext http, HouseholdReader households, Fields<HouseholdView> fields, Fields<MemberView> members,
        ReadContext reading, Caller caller, MomentSlot asOf, CancellationToken stop)
    {
        string? named = http.Request.Query.TryGetValue("fields", out var text) ? text.ToString() : null;
        var selection = Selection.Of(named, named is null, fields, members, caller);
        reading.Shape = selection.Shape ?? "";
        if (await households.Get(id, selection, stop) is not { } found)
        {
            await Problems.NotFound.ExecuteAsync(http);
            return;
        }

        using var body = new Body();
        await using (var json = new Utf8JsonWriter(body, Json.Writer)) HouseholdJson.Write(json, found, selection);
        await Etag.Send(http, body.Written, "application/json", caller.PartnerCode, asOf.Moment?.Named);
    }

    private static string NextUrl(HttpRequest request, string cursor)
    {
        var query = request.Query.Where(p => p.Key != "cursor").Select(p => KeyValuePair.Create(p.Key, (string?)p.Value.ToString()))
            .Append(new("cursor", cursor));
        return $"{request.Path}{QueryString.Create(query)}";
    }
}
