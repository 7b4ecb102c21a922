using Microsoft.EntityFrameworkCore;
using Regsosek.Api.AccessLog;
using Regsosek.Api.AsOf;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>A client drafts a list. What it may see now, the rule and the instant are kept with it; the job finds who is on it.</summary>
public static class BeginList
{
    public static async Task<IResult> Handle(
        ListRequest request, HttpContext http, Registries registries, ListQuestions questions, ListRuns runs, Caller caller, ReadContext reading, Disclosure disclosure,
        AccessLogWriter log, ListSchedule schedule, ListSettings settings, TimeProvider clock, CancellationToken stop)
    {
        if (request.Fault() is { } fault) return fault;
        var asked = await questions.Read(request, Moments.Of(request.AsOf, request.KnownAt, Moments.Whole(clock.GetUtcNow()), clock), reading.RequestId, stop);
        if (await log.Used(caller.AgreementKey) >= caller.Budget) return Problems.BudgetExhausted;

        // How many there are is told without anybody's being shown: that it was asked is on record.
        reading.Shape = questions.Shape(asked);
        await disclosure.Record([], asked.Groups, stop);
        var (list, problem) = await Write(request, asked, registries, runs, request.Mark(caller), settings, clock, stop);
        if (list is null) return problem!;
        await schedule.CarryOn(list, stop);
        return ListEndpoints.Begun(http, ListView.Of(list));
    }

    /// <summary>While its row is written nobody changes families, so that what is known at its instant is what is there.</summary>
    private static async Task<(TargetedList? List, Problem? Problem)> Write(
        ListRequest request, TargetedList list, Registries registries, ListRuns runs, string mark, ListSettings settings, TimeProvider clock, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("lists"));
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await KeyBlocks.Take(registry, KeyBlocks.Families, 1, stop);
        var key = await KeyBlocks.Take(registry, "lists", 1, stop);
        if (await registry.Lists.AsNoTracking().SingleOrDefaultAsync(l => l.Open == mark, stop) is { } same) return (same, null);
        var now = Moments.Whole(clock.GetUtcNow());
        if (await registry.Lists.CountAsync(l => l.AgreementKey == list.AgreementKey && l.ExpiresAt > now.UtcDateTime, stop) >= settings.PerAgreement)
            return (null, Problems.TooManyLists);
        var moment = Moments.Of(request.AsOf, request.KnownAt, now, clock);
        (list.Key, list.Id, list.Open) = (key, Guid.CreateVersion7(now), mark);
        (list.Day, list.KnownAt, list.AsOf) = (moment.Day, moment.KnownAt, moment.Named);
        (list.RecordedAt, list.ExpiresAt) = (now.UtcDateTime, (now + settings.KeepFor).UtcDateTime);
        list.RunKey = await runs.InForce(moment, stop);
        if (request.Stage is { } stage && !await runs.HasReached(stage, list.RunKey, stop)) return (null, Problems.StageNotReached);
        registry.Lists.Add(list);
        await registry.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return (list, null);
    }
}
