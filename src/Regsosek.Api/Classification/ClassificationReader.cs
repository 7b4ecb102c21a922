using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification;

/// <summary>Where a family stood in one run.</summary>
public sealed record StandingView
{
    /// <summary>Run that ranked the family.</summary>
    public required Guid Run { get; init; }

    public required string Model { get; init; }
    public required string Version { get; init; }

    /// <summary>initial, consulted or final.</summary>
    public required string Stage { get; init; }

    /// <summary>Population the decile is of.</summary>
    public required string Scope { get; init; }

    public required string Coverage { get; init; }
    public required DateOnly Date { get; init; }

    /// <summary>True for the demonstration model: never the statistics office's own.</summary>
    public required bool Demonstration { get; init; }

    /// <summary>1 lowest to 10.</summary>
    public required int Decile { get; init; }

    /// <summary>The class by each scheme that the hub knows.</summary>
    public required IReadOnlyDictionary<string, string> Classes { get; init; }

    /// <summary>Points on the national line; null by a model that gives none, and without the score group.</summary>
    public int? Score { get; init; }

    /// <summary>Likelihood in percent of living under the national line; no verdict about one family. Null without the score group.</summary>
    public double? Likelihood { get; init; }

    /// <summary>Predicted expenditure in rupiah a person a month, by a linear model; null by a scorecard and without the score group.</summary>
    public long? Expenditure { get; init; }

    /// <summary>What the model takes for granted, and for this family.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>Inputs the model lacked.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}

/// <summary>The classifications of one family, newest first.</summary>
public sealed class ClassificationReader(
    Registry registry, Caller caller, Identities identities, Disclosure disclosure, PublishedModels models, IReadOnlyList<WelfareScheme> schemes)
{
    /// <summary>Null when there is no such family for the caller.</summary>
    public async Task<IReadOnlyList<StandingView>?> Of(Guid household, CancellationToken stop)
    {
        var id = identities.Read(household);
        var family = await registry.Households.AsNoTracking().Where(h => h.Id == id).Select(h => new { h.Key, h.MemberCount })
            .FirstOrDefaultAsync(stop);
        if (family is null)
        {
            await disclosure.Record([], FieldGroups.None, stop);
            return null;
        }

        if (!caller.Sees(FieldGroups.Classification)) throw new ProblemException(Problems.NotGranted("classification"));
        await disclosure.Record([(family.Key, family.MemberCount)], FieldGroups.Classification | FieldGroups.Score, stop);
        return [.. (await OfKeys([family.Key], stop))[family.Key]];
    }

    /// <summary>Of many families by one statement. They are families that <see cref="Households.HouseholdReader"/> gave this caller, so
    /// they are on record.</summary>
    public async Task<ILookup<long, StandingView>> OfKeys(IReadOnlyCollection<long> families, CancellationToken stop)
    {
        if (!caller.Sees(FieldGroups.Classification)) throw new ProblemException(Problems.NotGranted("classification"));
        var keys = families.ToArray();
        var runs = await registry.Runs.AsNoTracking().Where(r => r.State == RunState.Published).ToDictionaryAsync(r => r.Key, stop);
        var runKeys = runs.Keys.ToArray();
        var rows = await registry.Ranks.AsNoTracking()
            .Where(r => runKeys.Contains(r.RunKey) && keys.Contains(r.HouseholdKey) && r.Decile != null)
            .Join(registry.Scores, r => new { r.RunKey, r.HouseholdKey }, s => new { s.RunKey, s.HouseholdKey }, (Rank, Score) => new { Rank, Score })
            .OrderByDescending(x => x.Rank.RunKey).ToListAsync(stop);
        var used = new Dictionary<long, ScoringModel>();
        foreach (var key in rows.Select(x => x.Rank.RunKey).Distinct()) used[key] = await models.Of(runs[key], stop);
        return rows.ToLookup(x => x.Rank.HouseholdKey, x => View(runs[x.Rank.RunKey], x.Rank, x.Score, used[x.Rank.RunKey]));
    }

    /// <summary>One row as the caller may see it.</summary>
    internal async Task<StandingView> View(ClassificationRun run, FamilyRank rank, FamilyScore score, CancellationToken stop) =>
        View(run, rank, score, await models.Of(run, stop));

    private StandingView View(ClassificationRun run, FamilyRank rank, FamilyScore score, ScoringModel model)
    {
        var scored = caller.Sees(FieldGroups.Score);
        return new()
        {
            Run = run.Id,
            Model = run.Model,
            Version = run.ModelVersion,
            Stage = run.Stage,
            Scope = run.Scope,
            Coverage = run.Coverage,
            Date = run.Date,
            Demonstration = run.Demonstration,
            Decile = rank.Decile!.Value,
            Classes = schemes.ToDictionary(s => s.Scheme, s => s.ClassOf(rank.Percentile!.Value)),
            Score = scored ? score.Score : null,
            Likelihood = scored ? score.Likelihood : null,
            Expenditure = scored ? score.Expenditure : null,
            Assumptions = [.. model.Header.Assumes, .. Names(model.NameAssumed(score.Assumed))],
            Missing = Names(model.NameMissing(score.Missing)),
        };
    }

    private static string[] Names(string? list) => list?.Split(',') ?? [];
}
