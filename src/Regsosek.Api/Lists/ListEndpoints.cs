using System.Globalization;
using System.Text;
using System.Text.Json;
using Regsosek.Api.Access;
using Regsosek.Api.Http;

namespace Regsosek.Api.Lists;

/// <summary>Routes of targeted lists: drafted in the background, looked at, frozen, pulled part by part.</summary>
public static class ListEndpoints
{
    public const string Path = "/api/v1/lists", ManifestType = "application/jose";

    /// <summary>When to look again at one that is carried on, in seconds.</summary>
    private static readonly string Soon = 2.ToString(CultureInfo.InvariantCulture);

    public static void AddLists(this IServiceCollection services)
    {
        services.AddSingleton<ListRules>();
        services.AddSingleton<ListRuns>();
        services.AddSingleton<ListShapes>();
        services.AddScoped<ListQuestions>();
        services.AddScoped<ListReader>();
        services.AddScoped<ListPages>();
        services.AddScoped<ListEntryReader>();
        services.AddScoped<SubjectReader>();
        services.AddScoped<DriftReader>();
        services.AddScoped<DecideList>();
        services.AddSingleton<BuildList>();
        services.AddSingleton<CollectEntries>();
        services.AddSingleton<OrderEntries>();
        services.AddSingleton<FreezeParts>();
        services.AddSingleton<WriteListPart>();
        services.AddSingleton<SignManifest>();
        services.AddSingleton<EndList>();
        services.AddSingleton<ListSchedule>();
        services.AddSingleton<SweepLists>();
        services.AddHostedService<ResumeLists>();
    }

    public static void MapLists(this IEndpointRouteBuilder app)
    {
        var lists = app.MapGroup(Path).WithTags("Lists");
        MapDrafts(lists);
        MapFrozen(lists);
        MapAfterwards(lists);
    }

    private static void MapDrafts(RouteGroupBuilder lists)
    {
        lists.MapPost("/", BeginList.Handle)
            .Named("BeginList", "Begins to draft a list, of a programme or by a rule of one's own, as of now or of a moment, in the background. The same question while it is being built gives the same list.")
            .Needs(Scopes.ListsWrite).Takes()
            .Fails(Problems.InvalidBody, Problems.UnsupportedMediaType, Problems.UnknownParameter, Problems.InvalidParameter, Problems.FieldNotGranted, Problems.ProgrammeNotGranted,
                Problems.StageNotReached, Problems.TooManyLists, Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces<ListView>(StatusCodes.Status202Accepted);
        lists.MapGet("/", List).Named("ListLists", "The agreement's lists, newest first.").Needs(Scopes.ListsRead).Takes()
            .Fails(Problems.UnknownParameter).Produces<ListsOf>();
        lists.MapGet("/{id:guid}", Get).Named("GetList", "How far a list is, its counts by regency and class, and its parts with their bytes and SHA-256.").Needs(Scopes.ListsRead).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter).Produces<ListView>();
        lists.MapGet("/{id:guid}/entries", Entries).Named("ListEntries", "Entries of a draft or of a frozen list by their places.").Needs(Scopes.ListsRead).Takes("limit", "cursor")
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.InvalidParameter, Problems.InvalidCursor, Problems.ListNotThere, Problems.ListWithdrawn, Problems.BudgetExhausted,
                Problems.LogUnavailable)
            .Produces<EntryPage>();
        lists.MapPost("/{id:guid}/freeze", FreezeList.Handle).Named("FreezeList", "Has a draft frozen; a large one when a second principal approves.").Needs(Scopes.ListsWrite).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.ListNotThere, Problems.ListWithdrawn).Produces<ListView>(StatusCodes.Status202Accepted);
        lists.MapPost("/{id:guid}/approve", ApproveList.Handle).Named("ApproveList", "Another client of the agreement has a large list frozen.").Needs(Scopes.ListsWrite).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.SecondPrincipal, Problems.ListNotThere, Problems.ListWithdrawn).Produces<ListView>(StatusCodes.Status202Accepted);
        lists.MapPost("/{id:guid}/reject", RejectList.Handle).Named("RejectList", "A large list is not frozen: it is a draft again.").Needs(Scopes.ListsWrite).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.ListNotThere, Problems.ListWithdrawn).Produces<ListView>(StatusCodes.Status202Accepted);
        lists.MapDelete("/{id:guid}", DeleteList.Handle).Named("DeleteList", "Gives up a list, or deletes it with its entries and parts.").Needs(Scopes.ListsWrite).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter).Produces(StatusCodes.Status204NoContent);
    }

    private static void MapFrozen(RouteGroupBuilder lists)
    {
        lists.MapGet("/{id:guid}/manifest", Manifest).Named("GetListManifest", "The signed manifest of a frozen list (JWS, compact); its key is at /.well-known/jwks.").Needs(Scopes.ListsRead)
            .Takes().Fails(Problems.NotFound, Problems.UnknownParameter, Problems.ListWithdrawn).Produces(StatusCodes.Status200OK, contentType: ManifestType);
        lists.MapGet("/{id:guid}/parts/{number:int}", PullListPart.Handle)
            .Named("PullListPart", "One part, whole or by Range; what was cut goes on with If-Range and the part's ETag. Every pull is a read of its families.").Needs(Scopes.ListsRead).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.ListWithdrawn, Problems.RangeNotSatisfiable, Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson", additionalContentTypes: ["text/csv", "application/gzip"])
            .Produces(StatusCodes.Status206PartialContent, contentType: "application/x-ndjson", additionalContentTypes: ["text/csv", "application/gzip"]);
        lists.MapPost("/{id:guid}/receipts", AcknowledgeList.Handle).Named("AcknowledgeList", "Says that a part, or the whole, arrived as it was given.").Needs(Scopes.ListsRead).Takes()
            .Fails(Problems.InvalidBody, Problems.UnsupportedMediaType, Problems.NotFound, Problems.UnknownParameter, Problems.InvalidParameter, Problems.ListNotThere, Problems.ReceiptDiffers,
                Problems.ListWithdrawn)
            .Produces<ListView>();
    }

    private static void MapAfterwards(RouteGroupBuilder lists)
    {
        lists.MapGet("/{id:guid}/drift", Drift).Named("GetListDrift", "Who of those inside a frozen list has left since, and why; or who has entered (kind=entered).").Needs(Scopes.ListsRead)
            .Takes("kind", "limit", "cursor")
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.InvalidParameter, Problems.InvalidCursor, Problems.ListNotThere, Problems.ListWithdrawn, Problems.BudgetExhausted,
                Problems.LogUnavailable)
            .Produces<DriftPage>();
        lists.MapPost("/{id:guid}/notices", GiveNotice.Handle).Named("GiveListNotice", "Recalls or amends entries of a frozen list: told to whoever pulls it.").Needs(Scopes.ListsWrite).Takes()
            .Fails(Problems.InvalidBody, Problems.UnsupportedMediaType, Problems.NotFound, Problems.UnknownParameter, Problems.InvalidParameter, Problems.ListNotThere, Problems.ListWithdrawn)
            .Produces<NoticeView>(StatusCodes.Status201Created);
        lists.MapGet("/{id:guid}/notices", Notices).Named("GetListNotices", "Notices of a list, in their order.").Needs(Scopes.ListsRead).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.ListWithdrawn).Produces<NoticeList>();
    }

    /// <summary>Lists, newest first, without their counts.</summary>
    public sealed record ListsOf(IReadOnlyList<ListView> Items);

    /// <summary>A page of entries.</summary>
    public sealed record EntryPage(IReadOnlyList<ListRow> Items, string? Next);

    /// <summary>A page of those who have left, or entered. It may hold fewer than were asked for, and another follow.</summary>
    public sealed record DriftPage(IReadOnlyList<DriftView> Items, string? Next);

    /// <summary>Notices, in their order.</summary>
    public sealed record NoticeList(IReadOnlyList<NoticeView> Items);

    private static async Task<IResult> List(ListReader lists, CancellationToken stop) => Results.Json(new ListsOf(await lists.List(stop)), Json.Web);

    private static async Task<IResult> Get(Guid id, HttpContext http, ListReader lists, CancellationToken stop)
    {
        if (await lists.Get(id, stop) is not { } found) return Problems.NotFound;
        if (found.State is "building" or "freezing") http.Response.Headers.RetryAfter = Soon;
        return Results.Json(found, Json.Web);
    }

    /// <param name="limit">1 to 500, 50 by default.</param>
    /// <param name="cursor">The next of the page before.</param>
    private static async Task Entries(Guid id, HttpContext http, ListPages pages, CancellationToken stop, int limit = ListPages.DefaultLimit, string? cursor = null)
    {
        var (page, shape) = await pages.Page(id, limit, cursor, stop);
        using var body = new Body();
        await using (var json = new Utf8JsonWriter(body, Json.Writer)) ListPages.Write(json, page, shape);
        http.Response.ContentType = "application/json";
        await http.Response.BodyWriter.WriteAsync(body.Written, stop);
    }

    /// <param name="kind">left (by default) or entered.</param>
    /// <param name="limit">Entries to look at, or who has entered: 1 to 500, 50 by default.</param>
    /// <param name="cursor">The next of the page before.</param>
    private static async Task<IResult> Drift(Guid id, ListPages pages, CancellationToken stop, string kind = "left", int limit = ListPages.DefaultLimit, string? cursor = null)
    {
        var page = await pages.Drift(id, kind, limit, cursor, stop);
        return Results.Json(new DriftPage(page.Items, page.Next), Json.Web);
    }

    private static async Task<IResult> Notices(Guid id, ListReader lists, CancellationToken stop) =>
        Results.Json(new NoticeList(await lists.Notices(await lists.Allowed(id, stop), stop)), Json.Web);

    private static async Task<IResult> Manifest(Guid id, ListReader lists, CancellationToken stop) =>
        (await lists.Allowed(id, stop)).Manifest is { } signed ? Results.Bytes(Encoding.ASCII.GetBytes(signed), ManifestType) : Problems.NotFound;

    /// <summary>202, with where to look and when.</summary>
    internal static IResult Begun(HttpContext http, ListView list)
    {
        http.Response.Headers.Location = $"{Path}/{list.Id}";
        http.Response.Headers.RetryAfter = Soon;
        return Results.Json(list, Json.Web, statusCode: StatusCodes.Status202Accepted);
    }
}
