using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Classification.Runs;

/// <summary>The statistics office begins a run; the job carries it on.</summary>
public static class BeginRun
{
    public static async Task<IResult> Handle(
        RunTerms request, Registries registries, PublishedModels models, Classify classify, RunSchedule schedule, Caller caller, Regions.KnownRegions regions,
        TimeProvider clock, CancellationToken stop)
    {
        if (!RunTerms.Stages.Contains(request.Stage)) return Problems.Invalid("stage", $"one of {string.Join(", ", RunTerms.Stages)}.");
        if (request.Date > clock.Today()) return Problems.Invalid("date", "today or earlier.");
        if (request.KnownAt > clock.GetUtcNow()) return Problems.Invalid("knownAt", "now or earlier.");
        if (request.Seed.Length is 0 or > 200) return Problems.Invalid("seed", "1 to 200 characters.");
        await regions.Check(request.Scope, "scope", stop);
        try
        {
            if (await StartRun.Write(registries, models, classify.Scheme, request, caller, clock, stop) is not { } run) return Problems.RunOpen;
            await schedule.CarryOn(run, stop);
            return Results.Json(RunView.Of(run), Json.Web, statusCode: StatusCodes.Status202Accepted);
        }
        catch (Exception fault) when (fault is UnusableModelException or FormatException)
        {
            return Problems.ModelUnusable with { Detail = fault.Message };
        }
    }
}
