using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Http;
using Regsosek.Api.Operations;
using Regsosek.Data;
using Regsosek.Data.Exports;

namespace Regsosek.Api.Exports;

/// <summary>Makes the parts of an export: divides the scope, then writes part after part, several at a time. A part is there whole or not at all, and its
/// row is the checkpoint: whatever ended the process, the parts that are missing are written by the next, and are the same bytes.</summary>
public sealed class BuildExport(
    Registries registries, ReadingScopes scopes, ExportAgreements agreements, BuildPart parts, EndExport end, ExportSettings settings,
    ILogger<BuildExport> log)
{
    private readonly ConcurrentDictionary<long, bool> _building = new();

    /// <summary>Carries an export to its end; nothing when it has one, or is being built already.</summary>
    public async Task CarryOn(long key, CancellationToken stop)
    {
        if (!_building.TryAdd(key, true)) return;
        try
        {
            if (await Open(key, stop) is { } export) await Build(export, stop);
        }
        finally
        {
            _building.TryRemove(key, out _);
        }
    }

    private async Task Build(Export export, CancellationToken stop)
    {
        using var trace = Telemetry.Source.StartActivity("export");
        try
        {
            if (export.Expected is null) await Divide(export, stop);
            var missing = await Missing(export, stop);
            await Parallel.ForEachAsync(missing, new ParallelOptions { MaxDegreeOfParallelism = settings.Readers, CancellationToken = stop },
                async (part, ended) => await parts.Write(export, part, ended));
            await end.As(export, ExportState.Ready, null, stop);
            log.LogInformation("Export {Export} is ready, {Parts} parts were written", export.Id, missing.Count);
        }
        catch (ExportStoppedException stopped)
        {
            log.LogInformation("Export {Export} was stopped", export.Id);
            if (stopped.IsWithdrawn) await end.As(export, ExportState.Withdrawn, null, stop);
            else await end.DropIfGone(export, stop);
        }
        catch (ProblemException fault) when (fault.Problem.Status < 500)
        {
            log.LogWarning("Export {Export} failed: {Problem}", export.Id, fault.Problem.Code);
            await end.As(export, ExportState.Failed, fault.Problem, stop);
        }
    }

    /// <summary>Parts are divided by the families of today's scope. The last has no end: who was in the region at the moment may be behind the last who is
    /// there today.</summary>
    private async Task Divide(Export export, CancellationToken stop)
    {
        var caller = await agreements.CallerOf(export, stop) ?? throw new ExportStoppedException(isWithdrawn: true);
        await using var scope = scopes.For(caller, null, new ReadContext());
        var stretches = await scope.ServiceProvider.GetRequiredService<HouseholdExport>()
            .Stretches(JsonSerializer.Deserialize<Dictionary<string, string>>(export.Query)!, settings.PartFamilies, stop);
        await using var registry = registries.For(Caller.System("exports"));
        if (await registry.Exports.SingleOrDefaultAsync(x => x.Key == export.Key && x.State == ExportState.Building, stop) is not { } row)
            throw new ExportStoppedException(isWithdrawn: false);
        row.Expected = stretches.Sum(s => (long)s.Families);
        var after = long.MinValue;
        foreach (var (at, (end, families)) in stretches.Index())
        {
            var to = at + 1 < stretches.Count ? end : long.MaxValue;
            registry.ExportParts.Add(new() { ExportKey = export.Key, Number = at + 1, After = after, To = to, Expected = families });
            after = to;
        }

        if (!await registry.TrySave(stop)) throw new ExportStoppedException(isWithdrawn: false);
    }

    private async Task<Export?> Open(long key, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("exports"));
        return await registry.Exports.AsNoTracking().SingleOrDefaultAsync(x => x.Key == key && x.State == ExportState.Building, stop);
    }

    private async Task<List<ExportPart>> Missing(Export export, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("exports"));
        return await registry.ExportParts.AsNoTracking().Where(p => p.ExportKey == export.Key && p.Hash == null).OrderBy(p => p.Number).ToListAsync(stop);
    }
}

/// <summary>An export that may not be built any further: it was deleted, or its agreement allows it no longer.</summary>
public sealed class ExportStoppedException(bool isWithdrawn) : InvalidOperationException(isWithdrawn ? "withdrawn" : "deleted")
{
    public bool IsWithdrawn => isWithdrawn;
}
