using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Api.Operations;
using Regsosek.Api.Statistics;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Classification;

/// <summary>Ranks every family of the scope and publishes the run in one transaction: until it commits, the former ranks stand.</summary>
public sealed class Classify(Registries registries, PublishedModels models, WelfareScheme scheme, SummariseRun summarise, TimeProvider clock)
{
    public const string NationalScope = "ID", Initial = "initial";

    public async Task<ClassificationRun> Run(string seed, Action<long>? progress = null, CancellationToken stop = default)
    {
        using var trace = Telemetry.Source.StartActivity("classify");
        var since = Stopwatch.GetTimestamp();
        await using var registry = registries.For(Caller.System("classify"));
        registry.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var model = await models.ForRun(PublishedModels.Default, registry.Today, stop);
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        var key = await KeyBlocks.Take(registry, "runs", 1, stop);
        var (candidates, scores) = await Score(registry, model, Encoding.UTF8.GetBytes(seed), progress, stop);
        var ranking = Ranking.Of(candidates);
        var run = Describe(key, model, ranking, seed, registry.Today);
        await registry.Insert([run], stop);
        foreach (var part in ranking.Families.Chunk(20_000)) await registry.Insert([.. part.Select(f => Result(model, key, f, scores[f.Key]))], stop);
        await summarise.Handle(registry, run, stop);
        await Publish(registry, key, stop);
        await transaction.CommitAsync(stop);
        await PlannerStatistics.Refresh(registry, stop);
        Telemetry.Ranked(run.Families, since);
        return run;
    }

    private static async Task<(List<RankingCandidate> Candidates, Dictionary<long, LineScores> Scores)> Score(
        Registry registry, ScoringModel model, byte[] seed, Action<long>? progress, CancellationToken stop)
    {
        var today = registry.Today;
        var candidates = new List<RankingCandidate>();
        var scores = new Dictionary<long, LineScores>();
        var members = await Members(registry, model, today, stop);
        var families = registry.Households.AsNoTracking().OrderBy(h => h.Key)
            .Select(ScoringColumns.OfFamily(model.Variables));
        await foreach (var h in families.AsAsyncEnumerable().WithCancellation(stop))
        {
            var inputs = ScoringInputs.Of(h, CollectionsMarshal.AsSpan(members.GetValueOrDefault(h.Key)), model.Variables);
            var score = model.ScoreLines(inputs);
            scores.Add(h.Key, score);
            candidates.Add(new(h.Key, inputs.Members, score.Scores, inputs.DependencyRatio, LotteryTicket.Draw(seed, h.SourceId)));
            if (candidates.Count % 5000 == 0) progress?.Invoke(candidates.Count);
        }

        return (candidates, scores);
    }

    private static async Task<Dictionary<long, List<short>>> Members(Registry registry, ScoringModel model, DateOnly today, CancellationToken stop)
    {
        var members = new Dictionary<long, List<short>>();
        var present = registry.Persons.AsNoTracking().Where(Rules.RuleSql.Present).OrderBy(p => p.Key)
            .Select(ScoringColumns.OfPerson(model.Variables));
        await foreach (var p in present.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!members.TryGetValue(p.HouseholdKey, out var family)) members.Add(p.HouseholdKey, family = []);
            ScoringInputs.Append(family, p, today, model.Variables);
        }

        return members;
    }

    private ClassificationRun Describe(long key, ScoringModel model, Ranking ranking, string seed, DateOnly today) => new()
    {
        Key = key,
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        Model = model.Id,
        ModelVersion = model.Version.ToString(),
        ModelHash = model.Hash,
        Scheme = $"{scheme.Scheme}@{scheme.Version}",
        Stage = Initial,
        Scope = NationalScope,
        Coverage = $"{ranking.Families.Count} families loaded here stand for the nation",
        Date = today,
        Demonstration = model.Header.Label == "demonstration model",
        Families = ranking.Families.Count,
        Persons = ranking.Persons,
        Seed = seed,
        Ties = JsonSerializer.Serialize(ranking.Cuts, Json.Web),
        RecordedAt = clock.GetUtcNow().UtcDateTime,
    };

    private ClassificationResult Result(ScoringModel model, long run, RankedFamily family, LineScores score) => new()
    {
        RunKey = run,
        HouseholdKey = family.Key,
        Rank = family.Rank,
        Percentile = family.Percentile,
        Decile = family.Decile,
        WelfareClass = Enum.Parse<WelfareClass>(scheme.ClassOf(family.Percentile)),
        Score = score.Score,
        Likelihood = score.Likelihood,
        Expenditure = score.Expenditure,
        Missing = model.NameMissing(score.Missing),
        Assumed = model.NameAssumed(score.Assumed),
    };

    private static async Task Publish(Registry registry, long run, CancellationToken stop)
    {
        await registry.Households.Where(h => h.RunKey != null && !registry.Results.Any(r => r.RunKey == run && r.HouseholdKey == h.Key))
            .ExecuteUpdateAsync(u => u.SetProperty(h => h.RunKey, (long?)null)
                .SetProperty(h => h.Percentile, (double?)null).SetProperty(h => h.Decile, (short?)null)
                .SetProperty(h => h.WelfareClass, (WelfareClass?)null).SetProperty(h => h.Score, (short?)null), stop);
        await registry.Households.Join(registry.Results.Where(r => r.RunKey == run), h => h.Key, r => r.HouseholdKey, (h, r) => new { h, r })
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.h.RunKey, x => x.r.RunKey).SetProperty(x => x.h.Percentile, x => x.r.Percentile)
                .SetProperty(x => x.h.Decile, x => x.r.Decile)
                .SetProperty(x => x.h.WelfareClass, x => x.r.WelfareClass).SetProperty(x => x.h.Score, x => x.r.Score), stop);
    }
}
