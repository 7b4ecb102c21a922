using System.CommandLine;
using Regsosek.Api.Regions;
using Regsosek.Data;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>migrate: brings the database to the shape of this version and loads the regions.</summary>
public static class MigrateVerb
{
    public static Command Command() =>
        new Command("migrate", "Brings the database to the shape of this version and loads the regions.").Does(async (app, _, stop) =>
    {
        var registries = app.Services.GetRequiredService<Registries>();
        await using var registry = registries.For(Caller.System("migrate"));
        await registry.Migrate(stop);
        await LoadRegions.IfEmpty(registries, Hub.Schema, stop);
        AnsiConsole.WriteLine("The database is up to date.");
        return 0;
    });
}
