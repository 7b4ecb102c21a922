using Regsosek.Api.Http;

namespace Regsosek.Api.Operations;

/// <summary>For whoever sends requests here: whether the process lives, and whether it can answer. Which part can't is told on the operators' address
/// only (<see cref="OperationsListener"/>).</summary>
public static class Health
{
    /// <param name="Status">live, ready or not-ready.</param>
    public sealed record Answer(string Status);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", Live).WithTags("Health").Named("Live", "Whether the process lives.").Open().Produces<Answer>();
        app.MapGet("/health/ready", Ready).WithTags("Health").Named("Ready", "Whether the hub can answer: database, keys and access log.").Open()
            .Produces<Answer>().Produces<Answer>(StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Live() => Results.Json(new Answer("live"), Json.Web);

    private static async Task<IResult> Ready(Readiness readiness) => (await readiness.Checks()).All(c => c.Holds)
        ? Results.Json(new Answer("ready"), Json.Web)
        : Results.Json(new Answer("not-ready"), Json.Web, statusCode: StatusCodes.Status503ServiceUnavailable);
}
