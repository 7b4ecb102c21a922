using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Cases;
using Regsosek.Api.Operations;
using Regsosek.Api.Programmes;
using Regsosek.Data;
using Regsosek.Data.Participation;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting.Assessing;

/// <summary>Carries an assessment on, regency by regency, each one transaction: after a kill it goes on behind the last. It is published at one stroke, when what it stands on
/// (version, run, deliveries) is still in force; else it begins again with what is.</summary>
public sealed class Assess(
    Registries registries, ProgrammeCatalogue programmes, TargetingDimensions dimensions, TargetingFlags flags, CaseSettings cases, TimeProvider clock)
{
    /// <summary>The period's assessment that is being made, or a new one; null while the programme has no version for it, or nobody told of it.</summary>
    public async Task<Assessment?> Begin(string programme, int period, string? client, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("assess targeting"));
        var now = clock.GetUtcNow();
        var assessment = new Assessment
        {
            Id = Guid.CreateVersion7(now),
            Programme = programme,
            Period = period,
            Hash = "",
            Open = $"{programme}:{period}",
            State = AssessmentState.Assessing,
            Client = client,
            BegunAt = now.UtcDateTime,
        };
        if (!await StandOn(registry, assessment, stop)) return null;
        registry.Assessments.Add(assessment);
        if (await registry.TrySave(stop)) return assessment;
        registry.ChangeTracker.Clear();
        return await registry.Assessments.AsNoTracking().FirstOrDefaultAsync(a => a.Open == assessment.Open, stop);
    }

    /// <param name="progress">Told every regency that is dealt with.</param>
    /// <exception cref="OperationCanceledException">Stopped between two regencies; it goes on at the next start.</exception>
    public async Task CarryOn(long key, Action<string>? progress, CancellationToken stop)
    {
        using var trace = Telemetry.Source.StartActivity("assess targeting");
        await using var registry = registries.For(Caller.System("assess targeting"));
        do
        {
            for (string? after; (after = await After(registry, key, stop)) is not null;)
            {
                stop.ThrowIfCancellationRequested();
                if (await Next(registry, after, stop) is not { } regency) break;
                await Regency(registry, key, regency, stop);
                registry.ChangeTracker.Clear();
                progress?.Invoke(regency);
            }
        }
        while (!await Publish(registry, key, stop));
    }

    /// <summary>Those who carry one on go one after another: who comes second finds it done.</summary>
    private async Task Regency(Registry registry, long key, string regency, CancellationToken stop)
    {
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await KeyBlocks.Take(registry, nameof(Assessment), 0, stop);
        if (await Open(registry, key, stop) is not { } assessment || string.CompareOrdinal(assessment.After, regency) >= 0) return;
        var programme = programmes.Find(assessment.Programme)!;
        var version = programme.InForce(assessment.Day)!;
        var subjects = new Subjects(registry, assessment, programme.Unit, version, dimensions).In(regency);
        var isLatest = await IsLatest(registry, assessment, stop);
        if (isLatest) await new SyncCases(registry, assessment, programme, cases, clock).Of(subjects, regency, stop);
        await TargetingStore.Add(registry, await CountSubjects.Of(subjects, assessment, dimensions, stop), stop);
        await TargetingStore.Add(registry, await new CountFlags(registry, assessment, flags).In(regency, stop), stop);
        await TargetingStore.Add(registry, await new CountOverlaps(registry, assessment).In(regency, isLatest, stop), stop);
        registry.Attach(assessment).Property(a => a.After).CurrentValue = regency;
        await registry.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    /// <returns>False when it has begun again.</returns>
    private async Task<bool> Publish(Registry registry, long key, CancellationToken stop)
    {
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await KeyBlocks.Take(registry, nameof(Assessment), 0, stop);
        registry.ChangeTracker.Clear();
        if (await registry.Assessments.SingleOrDefaultAsync(a => a.Key == key && a.State == AssessmentState.Assessing, stop) is not { } assessment) return true;
        var stoodOn = (assessment.Hash, assessment.RunKey, assessment.Deliveries);
        var holds = await StandOn(registry, assessment, stop) && stoodOn == (assessment.Hash, assessment.RunKey, assessment.Deliveries);
        var isOver = !holds && programmes.InForce(assessment.Programme, assessment.Day) is null;
        if (holds)
        {
            var counted = await registry.TargetingCells.AsNoTracking().Where(c => c.AssessmentKey == key).ToListAsync(stop);
            var finish = new FinishCells(dimensions, programmes.Find(assessment.Programme)!.Unit);
            await TargetingStore.WriteCells(registry, key, finish.Of(key, counted), stop);
            await TargetingStore.Supersede(registry, assessment, stop);
            (assessment.State, assessment.Open, assessment.PublishedAt) = (AssessmentState.Published, null, clock.GetUtcNow().UtcDateTime);
        }
        else
        {
            await TargetingStore.DropCells(registry, key, stop);
            assessment.After = "";
            if (isOver) (assessment.State, assessment.Open) = (AssessmentState.Superseded, null);
        }

        await registry.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return holds || isOver;
    }

    /// <summary>Names what is in force now.</summary>
    private async Task<bool> StandOn(Registry registry, Assessment assessment, CancellationToken stop)
    {
        var (ends, today) = (Periods.Ends(assessment.Period), clock.Today());
        var told = await registry.DeliveredPeriods.AsNoTracking().FirstOrDefaultAsync(p => p.Programme == assessment.Programme && p.Period == assessment.Period, stop);
        if (assessment.Hash.Length == 0) assessment.Day = ends < today ? ends : today;
        if (told is null || programmes.InForce(assessment.Programme, assessment.Day) is not { } version) return false;
        (assessment.Version, assessment.Hash, assessment.RunKey) = (version.Version, version.Hash, await registry.RunInForce(stop));
        (assessment.Deliveries, assessment.DeliveredAt) = (told.Deliveries, told.DeliveredAt);
        return true;
    }

    private static async Task<bool> IsLatest(Registry registry, Assessment assessment, CancellationToken stop) =>
        !await registry.DeliveredPeriods.AnyAsync(p => p.Programme == assessment.Programme && p.Period > assessment.Period, stop);

    private static Task<Assessment?> Open(Registry registry, long key, CancellationToken stop) =>
        registry.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key && a.State == AssessmentState.Assessing, stop);

    private static async Task<string?> After(Registry registry, long key, CancellationToken stop) => (await Open(registry, key, stop))?.After;

    /// <summary>The next regency that holds families.</summary>
    private static Task<string?> Next(Registry registry, string after, CancellationToken stop) =>
        registry.Households.Where(h => string.Compare(h.RegencyCode, after) > 0).MinAsync(h => (string?)h.RegencyCode, stop);
}
