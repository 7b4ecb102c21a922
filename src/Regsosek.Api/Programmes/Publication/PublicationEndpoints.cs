using System.Text.Json.Nodes;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Api.Programmes.Simulations;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>Routes by which a ministry publishes a version of its programme: drafted, simulated, and put in force by a second principal.</summary>
public static class PublicationEndpoints
{
    public static void AddPublication(this IServiceCollection services)
    {
        services.AddScoped<OwnProgrammes>();
        services.AddScoped<PublicationReader>();
        services.AddScoped<LeaversReader>();
        services.AddSingleton<MoveGroups>();
        services.AddSingleton<SimulateDraft>();
        services.AddSingleton<SimulationSchedule>();
        services.AddHostedService<ResumeSimulations>();
        services.AddSingleton<PublishedProgrammes>();
        services.AddHostedService(sp => sp.GetRequiredService<PublishedProgrammes>());
    }

    public static void MapPublication(this IEndpointRouteBuilder app)
    {
        var drafts = app.MapGroup("/api/v1/programmes/{code}/drafts").WithTags("Programmes");
        drafts.MapPost("/", DraftProgramme.Handle).Named("DraftProgramme", "Writes the next version of a programme, or its draft anew; nobody is judged by it.")
            .Needs(Scopes.ProgrammesWrite).Accepts<JsonObject>("application/json")
            .Fails(Problems.NotFound, Problems.InvalidBody, Problems.ProgrammeNotOwned, Problems.UnsupportedMediaType, Problems.BodyTooLarge, Problems.ProgrammeRefused,
                Problems.ProgrammePublished, Problems.InvalidParameter, Problems.FieldNotGranted, Problems.ProgrammeChanged)
            .Produces<ProgrammeDraftView>(StatusCodes.Status201Created);
        drafts.MapGet("/{version:int}", Get).Named("GetProgrammeDraft", "A version that the ministry wrote, as it was written.").Needs(Scopes.ProgrammesWrite).Takes()
            .Fails(Problems.NotFound, Problems.ProgrammeNotOwned).Produces<ProgrammeDraftView>();
        drafts.MapPost("/{version:int}/simulate", BeginSimulation.Handle)
            .Named("SimulateProgramme", "Counts what the draft would do: who moves in and out, cost, errors, conflicts.").Needs(Scopes.ProgrammesWrite)
            .Fails(Problems.NotFound, Problems.ProgrammeNotOwned, Problems.ProgrammeNotGranted, Problems.ProgrammePublished, Problems.InvalidParameter,
                Problems.FieldNotGranted, Problems.LogUnavailable)
            .Produces<SimulationView>(StatusCodes.Status202Accepted);
        drafts.MapPost("/{version:int}/publish", PublishProgramme.Handle)
            .Named("PublishProgramme", "Puts a draft that somebody else wrote in force from its day on, with its simulation.").Needs(Scopes.ProgrammesWrite)
            .Fails(Problems.NotFound, Problems.InvalidBody, Problems.ProgrammeNotOwned, Problems.SecondPrincipal, Problems.ProgrammeChanged,
                Problems.SimulationRequired, Problems.ProgrammeRefused, Problems.ProgrammePublished, Problems.InvalidParameter, Problems.FieldNotGranted)
            .Produces<ProgrammeDraftView>();
        drafts.MapDelete("/{version:int}", RejectProgramme.Handle).Named("RejectProgramme", "Refuses a draft, or takes it back.").Needs(Scopes.ProgrammesWrite)
            .Fails(Problems.NotFound, Problems.ProgrammeNotOwned, Problems.ProgrammeChanged).Produces(204);
        drafts.MapGet("/{version:int}/leavers", Leavers)
            .Named("ListLeavers", "Who would no longer be entitled, with the reasons: the notices to give before the version is in force.").Needs(Scopes.ProgrammesWrite)
            .Takes("region", "limit", "cursor")
            .Fails(Problems.NotFound, Problems.ProgrammeNotOwned, Problems.ProgrammeNotGranted, Problems.UnknownParameter, Problems.InvalidParameter, Problems.InvalidCursor,
                Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces<LeaverPage>();
        app.MapGet("/api/v1/programmes/{code}/simulations/{id:guid}", Simulation).WithTags("Programmes")
            .Named("GetSimulation", "A simulation: how far it is, and its report.").Needs(Scopes.ProgrammesWrite).Takes()
            .Fails(Problems.NotFound, Problems.ProgrammeNotOwned).Produces<SimulationView>();
    }

    /// <summary>A page of those who would leave.</summary>
    public sealed record LeaverPage(IReadOnlyList<LeaverView> Items, string? Next);

    /// <param name="region">Region at any level.</param>
    /// <param name="limit">1 to 500, 50 by default.</param>
    /// <param name="cursor">The next of the page before.</param>
    private static async Task<IResult> Leavers(
        string code, int version, LeaversReader leavers, ReadContext reading, CancellationToken stop, string? region = null, int limit = 50, string? cursor = null)
    {
        if (limit is < 1 or > HouseholdQuery.MaxLimit) return Problems.Invalid("limit", $"1 to {HouseholdQuery.MaxLimit}.");
        reading.Shape = $"programme={code}&leavers={version}&region={region}";
        var page = await leavers.Page(code, version, region, limit, cursor, stop);
        return Results.Json(new LeaverPage(page.Items, page.Next), Json.Web);
    }

    private static async Task<IResult> Get(string code, int version, PublicationReader drafts, CancellationToken stop) =>
        await drafts.Get(code, version, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;

    private static async Task<IResult> Simulation(string code, Guid id, PublicationReader drafts, CancellationToken stop) =>
        await drafts.Simulation(code, id, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;
}
