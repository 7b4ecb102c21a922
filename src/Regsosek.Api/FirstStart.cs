using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Classification;
using Regsosek.Api.Classification.Runs;
using Regsosek.Api.Operations;
using Regsosek.Api.Partners;
using Regsosek.Api.Regions;
using Regsosek.Api.Seeding;
using Regsosek.Api.Settings;
using Regsosek.Data;
using Regsosek.Data.Providers;

namespace Regsosek.Api;

/// <summary>What the hub makes sure of before it listens. An empty database in Development becomes a demonstration; outside it nothing is made up,
/// and a hub that holds demonstration secrets or numbers does not start.</summary>
public static class FirstStart
{
    /// <summary>Region and families of the demonstration.</summary>
    private static readonly (string Region, int Families)[] Demonstration = [("91.71", 5000), ("91.03", 500), ("35.07", 500)];

    public static async Task Prepare(WebApplication app, CancellationToken stop = default)
    {
        if (!app.Environment.IsDevelopment()
            && Insecure.Faults(app.Configuration, app.Services.GetRequiredService<HubSettings>()) is { Count: > 0 } faults)
            throw new InvalidOperationException(string.Join('\n', faults));
        var registries = app.Services.GetRequiredService<Registries>();
        await using var registry = registries.For(Caller.System("start"));
        if (!app.Environment.IsDevelopment())
        {
            await RefuseDemonstration(registry, stop);
            await ShipModels(app, registries, stop);
            if (await FirstLoad.IsUnderWay(registry, stop))
                app.Logger.LogWarning("Indexes are missing, and reads are slow: a first import is at work, or was cut short (run it again, or the verb migrate).");
            return;
        }

        await registry.Migrate(stop);
        await LoadRegions.IfEmpty(registries, Hub.Schema, stop);
        await ShipModels(app, registries, stop);
        await DemoPartners.Register(app.Services, Hub.Schema, stop);
        var demo = app.Services.GetRequiredService<DemoSettings>();
        if (await registry.RunInForce(stop) > 0 || !demo.Seed) return;

        foreach (var (region, families) in Demonstration)
        {
            app.Logger.LogInformation("Making {Families} families of {Region} for the demonstration", (int)(families * demo.Scale), region);
            await app.Services.GetRequiredService<SeedRegion>().Run(new(region, (int)(families * demo.Scale), 1, registry.Today), stop: stop);
        }

        var run = await app.Services.GetRequiredService<Classify>().Finish(new() { Seed = "demonstration" }, null, stop);
        app.Logger.LogInformation("Ranked {Families} families, {Persons} persons", run.Families, run.Persons);
    }

    private static Task ShipModels(WebApplication app, Registries registries, CancellationToken stop) => ShippedModels.Publish(
        registries, app.Services.GetRequiredService<ModelDocuments>(), app.Services.GetRequiredService<TimeProvider>(), stop);

    private static async Task RefuseDemonstration(Registry registry, CancellationToken stop)
    {
        await registry.RefuseStrangers(stop);
        var pending = (await registry.Database.GetPendingMigrationsAsync(stop)).Count();
        if (pending > 0) throw new InvalidOperationException($"The database lacks {pending} migrations (verb: migrate).");
        if (await registry.Clients.AnyAsync(c => c.IsDemo, stop))
            throw new InvalidOperationException("The database holds demonstration clients, whose secrets are public.");
        if (await registry.Imports.AnyAsync(i => i.HoldsDemoNumbers, stop))
            throw new InvalidOperationException("The database holds demonstration NIKs.");
    }
}
