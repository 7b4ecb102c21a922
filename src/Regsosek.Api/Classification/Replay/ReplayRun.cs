using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Classification.Runs;
using Regsosek.Data;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification.Replay;

/// <summary>A family that comes out otherwise than its run has it.</summary>
public sealed record Difference(Guid Household, string What);

/// <summary>What a replay found.</summary>
public sealed record ReplayResult(ClassificationRun Run, int Replayed, IReadOnlyList<Difference> Differences);

/// <summary>Scores families of a run once more, from their inputs as the hub knew them then, and compares every value with what the run wrote. What was
/// changed behind the hub's back, in the answers or in the scores, is found.</summary>
public sealed class ReplayRun(Registries registries, PublishedModels models, TimeProvider clock)
{
    /// <summary>Families looked at together, and how far apart their keys may be.</summary>
    private const int Together = 50, Apart = 5000;

    /// <param name="id">Null: the national run in force.</param>
    /// <param name="sample">Families, drawn anew every time; more than there are means all.</param>
    /// <exception cref="InvalidOperationException">There is no such run.</exception>
    /// <exception cref="InvalidDataException">Its model is not here as it was.</exception>
    public async Task<ReplayResult> Run(Guid? id, int sample, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("replay"));
        var published = registry.Runs.Where(r => r.State == RunState.Published);
        var run = id is null
            ? await published.Where(r => r.Scope == ClassificationRun.National).OrderByDescending(r => r.Key).FirstOrDefaultAsync(stop)
            : await published.SingleOrDefaultAsync(r => r.Id == id, stop);
        if (run is null) throw new InvalidOperationException(id is null ? "No run is in force." : $"There is no published run {id}.");

        var model = await models.Of(run, stop);
        var (inputs, scorer) = (new FamilyInputs(model, run), new FamilyScorer(model, run));
        var differences = new List<Difference>();
        var replayed = 0;
        await foreach (var written in Drawn(registry, run, sample, stop))
        {
            var families = (await inputs.Read(registry, written[0].HouseholdKey - 1, written[^1].HouseholdKey, stop)).ToDictionary(f => f.Key);
            foreach (var score in written)
            {
                var again = families.GetValueOrDefault(score.HouseholdKey) is { } family ? scorer.Score(family) : null;
                if (Differs(score, again) is { } what) differences.Add(new(await IdOf(registry, score.HouseholdKey, stop), what));
                replayed++;
            }
        }

        (run.ReplayedAt, run.Replayed, run.ReplayedDifferently) = (clock.GetUtcNow().UtcDateTime, replayed, differences.Count);
        await registry.SaveChangesAsync(stop);
        return new(run, replayed, differences);
    }

    /// <summary>Scores that were written, in groups near each other.</summary>
    private static async IAsyncEnumerable<List<FamilyScore>> Drawn(
        Registry registry, ClassificationRun run, int sample, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var all = sample >= run.Scored;
        var seen = new HashSet<long>();
        for (long after = 0; seen.Count < Math.Min(sample, run.Scored);)
        {
            if (!all) after = Random.Shared.NextInt64(run.LastKey);
            var group = await registry.Scores.AsNoTracking().Where(s => s.RunKey == run.Key && s.HouseholdKey > after)
                .OrderBy(s => s.HouseholdKey).Take(Math.Min(Together, (int)Math.Min(sample, run.Scored) - seen.Count)).ToListAsync(stop);
            if (group.Count == 0 && all) yield break;
            if (group.Count == 0) continue;
            group.RemoveAll(s => s.HouseholdKey - group[0].HouseholdKey > Apart);
            after = group[^1].HouseholdKey;
            group.RemoveAll(s => !seen.Add(s.HouseholdKey));
            if (group.Count > 0) yield return group;
        }
    }

    private static string? Differs(FamilyScore was, FamilyScore? now) => now switch
    {
        null => "what the run read of it is not here any more",
        _ when !was.Inputs.AsSpan().SequenceEqual(now.Inputs) => "what the run read of it was changed",
        _ when !was.Ticket.AsSpan().SequenceEqual(now.Ticket) => "the lottery gives another number",
        _ when Values(was) != Values(now) => $"{Values(was)} was written, {Values(now)} comes out",
        _ => null,
    };

    private static (short Persons, int Criterion, double Ratio, short? Score, double? Likelihood, long? Expenditure, long Missing, long Assumed) Values(
        FamilyScore s) => (s.Persons, s.Criterion, s.DependencyRatio, s.Score, s.Likelihood, s.Expenditure, s.Missing, s.Assumed);

    private static Task<Guid> IdOf(Registry registry, long key, CancellationToken stop) =>
        registry.Households.Where(h => h.Key == key).Select(h => h.Id).SingleOrDefaultAsync(stop);
}
