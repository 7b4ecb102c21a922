using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Programmes;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>Keeps the catalogue at what is published: at the start, when this node publishes, and for what other nodes publish every so often. A version comes
/// into force on a later day than it was published.</summary>
public sealed class PublishedProgrammes(Registries registries, ProgrammeCatalogue programmes, TimeProvider clock, ILogger<PublishedProgrammes> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    /// <summary>A version is published so long before its first day at the latest: by then every node has looked.</summary>
    internal static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    public async Task Look(CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("programmes"));
        programmes.Take(await registry.ProgrammeDocuments.AsNoTracking().Where(d => d.State == ProgrammeState.Published).ToListAsync(stop));
    }

    /// <summary>A version that can't be read stops the start, as a document that ships does.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>A database that is away for a while ends nothing: what was known stays known.</summary>
    private async Task TryLook(CancellationToken stop)
    {
        try
        {
            await Look(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogWarning("Published versions of programmes can't be read now: {Fault}", fault.GetType().Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await TryLook(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The hub ends.
        }
    }
}
