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
        var rows = await registry.Results.AsNoTracking().Where(r => keys.Contains(r.HouseholdKey)).OrderByDescending(r => r.RunKey)
            .Include(r => r.Run).ToListAsync(stop);
        var assumes = new Dictionary<long, IReadOnlyList<string>>();
        foreach (var run in rows.Select(r => r.Run).DistinctBy(r => r.Key)) assumes[run.Key] = await AssumesOf(run, stop);
        return rows.ToLookup(r => r.HouseholdKey, r => View(r, assumes[r.RunKey]));
    }

    private async ValueTask<IReadOnlyList<string>> AssumesOf(ClassificationRun run, CancellationToken stop) =>
        int.TryParse(run.ModelVersion, out var version) && await models.Find(run.Model, version, stop) is { } model ? model.Header.Assumes : [];

    private StandingView View(ClassificationResult r, IReadOnlyList<string> assumes)
    {
        var scored = caller.Sees(FieldGroups.Score);
        return new()
        {
            Run = r.Run.Id,
            Model = r.Run.Model,
            Version = r.Run.ModelVersion,
            Stage = r.Run.Stage,
            Scope = r.Run.Scope,
            Coverage = r.Run.Coverage,
            Date = r.Run.Date,
            Demonstration = r.Run.Demonstration,
            Decile = r.Decile,
            Classes = schemes.ToDictionary(s => s.Scheme, s => s.ClassOf(r.Percentile)),
            Score = scored ? r.Score : null,
            Likelihood = scored ? r.Likelihood : null,
            Expenditure = scored ? r.Expenditure : null,
            Assumptions = [.. assumes, .. Names(r.Assumed)],
            Missing = [.. Names(r.Missing)],
        };
    }

    private static string[] Names(string? list) => list?.Split(',') ?? [];
}
