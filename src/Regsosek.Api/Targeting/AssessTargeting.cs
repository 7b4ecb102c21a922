using Regsosek.Api.Http;
using Regsosek.Api.Participation;
using Regsosek.Api.Programmes;
using Regsosek.Api.Targeting.Assessing;
using Regsosek.Data;
using Regsosek.Data.Participation;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting;

/// <summary>The owner of a programme has a period counted anew: after cases were answered, or facts have come. While it is being counted the same question is the same assessment.</summary>
public static class AssessTargeting
{
    /// <param name="period">A period that was delivered: 2026-01 or 2026-Q1.</param>
    public static async Task<IResult> Handle(
        string programme, ParticipationRights rights, ProgrammeCatalogue programmes, Assess assess, AssessmentSchedule schedule, Caller caller, CancellationToken stop, string? period = null)
    {
        if (programmes.Find(programme) is null) return Problems.NotFound;
        rights.MustOwn(programme);
        if (period is null || Periods.Parse(period) is not { } of) return Problems.Invalid("period", "names a delivered period: 2026-01 or 2026-Q1.");
        if (await assess.Begin(programme, of, caller.ClientId, stop) is not { } assessment) return Problems.NotAssessable;
        await schedule.CarryOn(assessment, stop);
        return Results.Json(AssessmentView.Of(assessment), Json.Web, statusCode: StatusCodes.Status202Accepted);
    }
}

/// <summary>An assessment that is being made; its figures come when it is published.</summary>
public sealed record AssessmentView(Guid Id, string Programme, string Period, DateOnly Day, DateTime BegunAt)
{
    public static AssessmentView Of(Assessment a) => new(a.Id, a.Programme, Periods.Text(a.Period), a.Day, a.BegunAt);
}
