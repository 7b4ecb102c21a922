using System.CommandLine;
using Regsosek.Api.Classification;
using Regsosek.Api.Regions;
using Regsosek.Data;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>migrate: brings the database to the shape of this version, loads the regions and publishes the models that ship.</summary>
public static class MigrateVerb
{
    public static Command Command() =>
        new Command("migrate", "Brings the database to the shape of this version, with the regions and models that ship.").Does(async (app, _, stop) =>
    {
        var registries = app.Services.GetRequiredService<Registries>();
        await using var registry = registries.For(Caller.System("migrate"));
        await registry.Migrate(stop);
        await LoadRegions.IfEmpty(registries, Hub.Schema, stop);
        await ShippedModels.Publish(
            registries, app.Services.GetRequiredService<ModelDocuments>(), app.Services.GetRequiredService<TimeProvider>(), stop);
        AnsiConsole.WriteLine("The database is up to date.");
        return 0;
    });
}
