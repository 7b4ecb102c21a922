using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Households;
using Regsosek.Api.Operations;
using Regsosek.Data;
using Regsosek.Data.Participation;

namespace Regsosek.Api.Programmes.Simulations;

/// <summary>Decides every family in a caller's scope by the version in force and by a draft, and adds up who moves. Nothing is written: after a kill all are
/// counted again, and come out the same.</summary>
public sealed class SimulateDraft(Registries registries, ReadingScopes scopes, ProgrammeCatalogue programmes, MoveGroups groups) : IDisposable
{
    private const int PartFamilies = 4_000, Readers = 2;

    /// <summary>One at a time: each reads the whole scope of its author.</summary>
    private readonly SemaphoreSlim _one = new(1);

    /// <param name="counted">Families counted more, for who waits; called from several threads.</param>
    public async Task<SimulationReport> Of(
        Programme programme, ProgrammeVersion draft, Caller caller, DateOnly on, Func<int, Task> counted, CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            return await Count(programme, draft, caller, on, counted, stop);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<SimulationReport> Count(
        Programme programme, ProgrammeVersion draft, Caller caller, DateOnly on, Func<int, Task> counted, CancellationToken stop)
    {
        using var trace = Telemetry.Source.StartActivity("simulate programme");
        await using var system = registries.For(Caller.System("simulate"));
        var period = await system.DeliveredPeriods.Where(p => p.Programme == programme.Code).MaxAsync(p => (int?)p.Period, stop);
        var forum = caller.Sees(FieldGroups.Classification) ? await ForumQueries.Of(system, stop) : null;
        var comparison = Comparison.Of(programme, draft, programmes, groups, caller, on);
        var families = new SimulationReader(comparison, period, forum?.Key);
        var whole = new Tally(comparison);
        await Parallel.ForEachAsync(await Parts(caller, stop), new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = stop }, async (range, ended) =>
        {
            await using var registry = registries.For(caller);
            var part = await families.Read(registry, range.After, range.To, ended);
            var tally = new Tally(comparison);
            foreach (var family in part.Families)
                tally.Add(family, part.Receiving, part.InNeed.TryGetValue(family.Key, out var inNeed) ? inNeed : null);
            lock (whole) whole.Add(tally);
            await counted(part.Families.Count);
        });
        return Reports.Of(comparison, whole, period is { } latest ? Periods.Text(latest) : null, forum);
    }

    private async Task<List<(long After, long To)>> Parts(Caller caller, CancellationToken stop)
    {
        await using var scope = scopes.For(caller, null, new ReadContext());
        var (households, queries) = (scope.ServiceProvider.GetRequiredService<HouseholdReader>(), scope.ServiceProvider.GetRequiredService<HouseholdQueries>());
        var parts = new List<(long, long)>();
        var after = long.MinValue;
        foreach (var (to, _) in await households.Stretches(queries.Read(new Dictionary<string, string>()), PartFamilies, stop))
        {
            parts.Add((after, to));
            after = to;
        }

        return parts;
    }
}
