using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification.Runs;

/// <summary>What a run is to be.</summary>
public sealed record RunTerms
{
    /// <summary>A published model, by its name or as name@version; the version in force on <see cref="Date"/> otherwise.</summary>
    public string Model { get; init; } = PublishedModels.Default;

    /// <summary>Population the deciles are of: ID, or a region code.</summary>
    public string Scope { get; init; } = ClassificationRun.National;

    /// <summary>initial, consulted or final.</summary>
    public string Stage { get; init; } = Initial;

    /// <summary>Seed of the recorded lottery.</summary>
    public string Seed { get; init; } = "regsosek";

    /// <summary>Day on which ages are taken; today by default.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Instant whose knowledge is ranked (keadaan data); now by default. A family that came later has no rank.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    public const string Initial = "initial";
    public static readonly IReadOnlyList<string> Stages = [Initial, "consulted", "final"];
}

/// <summary>Begins a run: its row says everything that its result hangs on. While it is taken nobody changes families, so that what is known at its
/// instant is what is there.</summary>
internal static class StartRun
{
    /// <returns>Null when a run of the scope is open already.</returns>
    /// <exception cref="FormatException">What is to come is not known.</exception>
    /// <exception cref="UnusableModelException">There is no such model in force, or form K cannot feed it.</exception>
    public static async Task<ClassificationRun?> Write(
        Registries registries, PublishedModels models, WelfareScheme scheme, RunTerms terms, Caller by, TimeProvider clock, CancellationToken stop)
    {
        if (terms.KnownAt > clock.GetUtcNow()) throw new FormatException($"{terms.KnownAt:O} is to come: a run is of what is known now or was known earlier.");
        await using var registry = registries.For(Caller.System("classify"));
        var date = terms.Date ?? registry.Today;
        var model = await models.ForRun(terms.Model, date, stop);
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await KeyBlocks.Take(registry, KeyBlocks.Families, 1, stop);
        if (await registry.Runs.AnyAsync(r => r.Open == terms.Scope, stop)) return null;
        var key = await KeyBlocks.Take(registry, "runs", 1, stop);
        var now = clock.GetUtcNow();
        var last = await registry.Households.MaxAsync(h => (long?)h.Key, stop) ?? 0;
        var run = new ClassificationRun
        {
            Key = key,
            Id = Guid.CreateVersion7(now),
            Model = model.Id,
            ModelVersion = model.Version.ToString(),
            ModelHash = model.Hash,
            Scheme = $"{scheme.Scheme}@{scheme.Version}",
            Stage = terms.Stage,
            Scope = terms.Scope,
            Open = terms.Scope,
            Date = date,
            KnownAt = (terms.KnownAt ?? now).UtcDateTime,
            Demonstration = model.Header.Label == "demonstration model",
            Seed = terms.Seed,
            State = last == 0 ? RunState.Ranking : RunState.Scoring,
            Expected = await InScope(registry, terms.Scope).LongCountAsync(stop),
            LastKey = last,
            StartedBy = by.ClientId,
            StartedFor = by.EndUser,
            RecordedAt = now.UtcDateTime,
        };
        registry.Runs.Add(run);
        await registry.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return run;
    }

    private static IQueryable<Data.Households.Household> InScope(Registry registry, string scope) => scope == ClassificationRun.National
        ? registry.Households
        : registry.Households.Where(h => h.ProvinceCode == scope || h.RegencyCode == scope || h.DistrictCode == scope || h.VillageCode == scope);
}
