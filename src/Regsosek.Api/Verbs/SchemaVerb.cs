using System.CommandLine;
using Regsosek.Api.Reference;
using Regsosek.Data;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>schema write: the contracts as files, from what the code says.</summary>
public static class SchemaVerb
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "The schema folder of the checkout." };
        return new Command("schema", "The contracts as files.")
        {
            new Command("write", "Writes the generated contracts (openapi, SDL, problems, access, migrations) into a folder.") { folder }
                .Does(async (app, parsed, stop) =>
            {
                // Routes are known only to a hub that has started, which needs a database; this one listens nowhere in particular.
                await using (var registry = app.Services.GetRequiredService<Registries>().For(Caller.System("schema")))
                    await registry.Migrate(stop);
                app.Urls.Clear();
                app.Urls.Add("http://127.0.0.1:0");
                await app.StartAsync(stop);
                foreach (var (name, text) in await Contracts.Of(app, stop))
                {
                    var file = new FileInfo(Path.Combine(parsed.GetValue(folder)!.FullName, name));
                    file.Directory!.Create();
                    await File.WriteAllTextAsync(file.FullName, text, stop);
                    AnsiConsole.WriteLine(name);
                }

                await app.StopAsync(stop);
                return 0;
            }),
        };
    }
}
