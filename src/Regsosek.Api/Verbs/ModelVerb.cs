using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Classification;
using Regsosek.Data;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>model list, model check, model draft, model publish: scoring models at the console.</summary>
public static class ModelVerb
{
    private const string Author = "console";

    public static Command Command() => new("model", "Scoring models: from a draft to a published version that never changes.")
    {
        List(), Check(), Draft(), Publish(),
    };

    private static Command List() => new Command("list", "All versions with their state, first and last day in force, and hash.")
        .Does(async (app, _, stop) =>
    {
        await using var registry = app.Services.GetRequiredService<Registries>().For(Caller.System(Author));
        var models = new ModelReader(registry, registry.Caller, app.Services.GetRequiredService<PublishedModels>());
        foreach (var m in await models.List(stop))
        {
            var days = m.From is null ? "" : $" from {m.From:yyyy-MM-dd}" + (m.Until is null ? "" : $" to {m.Until:yyyy-MM-dd}");
            var ranks = m.Check?.Usable == true ? "" : "  cannot rank";
            AnsiConsole.WriteLine($"{m.Model}@{m.Version}  {m.Kind}  {m.State}{days}  {m.Hash[..12]}{ranks}");
        }

        return 0;
    });

    private static Command Check()
    {
        var what = new Argument<string>("MODEL") { Description = "A document (ppi.json), or a version in the database (ppi-2020@1)." };
        return new Command("check",
            "Reads a document as strictly as a draft is read, and says which questions of form K feed it, what is assumed, what is missing, "
            + "the sums of the best answers, and the hash. Exit code 0: a run may use it; 1: it is no model, or form K cannot feed it.") { what }
            .Does(async (app, parsed, stop) =>
        {
            try
            {
                var model = await Read(app, parsed.GetValue(what)!, stop);
                foreach (var line in ModelReport.Of(model)) AnsiConsole.WriteLine(line);
                return model.NotAsked.Any() ? 1 : 0;
            }
            catch (ModelRefusedException refusal)
            {
                foreach (var finding in refusal.Findings) AnsiConsole.WriteLine(finding.ToString());
                return 1;
            }
        });
    }

    private static Command Draft()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The document (schema/scoring/scoring.schema.json)." };
        return new Command("draft", "Writes a version of a model, or its draft anew. Nobody is ranked by it.") { file }
            .Does(async (app, parsed, stop) =>
        {
            await using var registry = app.Services.GetRequiredService<Registries>().For(Caller.System(Author));
            var bytes = await File.ReadAllBytesAsync(parsed.GetValue(file)!.FullName, stop);
            var (row, fault) = await DraftModel.Save(bytes, registry, app.Services.GetRequiredService<ModelDocuments>(), Author, null,
                app.Services.GetRequiredService<TimeProvider>(), stop);
            if (fault is not null) throw new InvalidOperationException(fault.Title + ".");
            AnsiConsole.WriteLine($"{row.Model}@{row.Version} is a draft, hash {row.Hash}.");
            return 0;
        });
    }

    private static Command Publish()
    {
        var id = new Argument<string>("ID") { Description = "The draft, as model@version." };
        var from = new Option<string>("--from") { Description = "First day in force, YYYY-MM-DD: today or later.", Required = true };
        return new Command("publish", "Puts a draft in force from a day on, in place of the version before; it never changes again.") { id, from }
            .Does(async (app, parsed, stop) =>
        {
            var (model, version) = ModelName.Parse(parsed.GetValue(id)!);
            if (version is null) throw new FormatException("Name the version to publish, as model@version.");
            if (!DateOnly.TryParseExact(parsed.GetValue(from), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                throw new FormatException("--from is a day, YYYY-MM-DD.");
            await using var registry = app.Services.GetRequiredService<Registries>().For(Caller.System(Author));
            var hash = await registry.Models.Where(m => m.Model == model && m.Version == version).Select(m => m.Hash).FirstOrDefaultAsync(stop)
                ?? throw new InvalidOperationException($"There is no model {model}@{version}.");
            var fault = await PublishModel.Publish(model, version.Value, new(day, hash), registry,
                app.Services.GetRequiredService<PublishedModels>(), Author, null, app.Services.GetRequiredService<TimeProvider>(), stop);
            if (fault is not null) throw new InvalidOperationException(fault.Detail ?? fault.Title + ".");
            AnsiConsole.WriteLine($"{model}@{version} is published, in force from {day:yyyy-MM-dd}, hash {hash}.");
            return 0;
        });
    }

    private static async Task<ScoringModel> Read(WebApplication app, string what, CancellationToken stop)
    {
        if (File.Exists(what)) return app.Services.GetRequiredService<ModelDocuments>().Read(await File.ReadAllBytesAsync(what, stop));
        var (model, version) = ModelName.Parse(what);
        await using var registry = app.Services.GetRequiredService<Registries>().For(Caller.System(Author));
        var row = await registry.Models.AsNoTracking().Where(m => m.Model == model && (version == null || m.Version == version))
            .OrderByDescending(m => m.Version).FirstOrDefaultAsync(stop)
            ?? throw new InvalidOperationException($"There is no file and no model '{what}'.");
        return app.Services.GetRequiredService<PublishedModels>().Read(row);
    }
}
