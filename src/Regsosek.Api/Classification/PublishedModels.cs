using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification;

/// <summary>The published models, ready to score. A published version never changes, so each is read once.</summary>
public sealed class PublishedModels(Registries registries, ModelDocuments documents)
{
    /// <summary>The model of a run that names none.</summary>
    public const string Default = "ppi-2020";

    private readonly ConcurrentDictionary<(string Model, int Version), ScoringModel> known = new();

    /// <summary>Null when there is no such published version.</summary>
    public async ValueTask<ScoringModel?> Find(string model, int version, CancellationToken stop)
    {
        if (known.TryGetValue((model, version), out var found)) return found;
        await using var registry = registries.For(Caller.System("read a model"));
        var row = await registry.Models.AsNoTracking()
            .FirstOrDefaultAsync(m => m.Model == model && m.Version == version && m.State == ModelState.Published, stop);
        return row is null ? null : known[(model, version)] = Read(row);
    }

    /// <summary>The model that a run was made by.</summary>
    /// <exception cref="InvalidDataException">It is not here any more, or not as it was.</exception>
    public async ValueTask<ScoringModel> Of(ClassificationRun run, CancellationToken stop) =>
        int.TryParse(run.ModelVersion, out var version) && await Find(run.Model, version, stop) is { } model && model.Hash == run.ModelHash
            ? model
            : throw new InvalidDataException($"Model {run.Model}@{run.ModelVersion} of run {run.Id} is not here as it was.");

    /// <summary>The version in force on a day, for a run; of a model that is named with its version (ppi-2020@1), that one.</summary>
    /// <exception cref="UnusableModelException">There is none, or form K cannot feed it.</exception>
    public async Task<ScoringModel> ForRun(string name, DateOnly on, CancellationToken stop)
    {
        var (model, version) = ModelName.Parse(name);
        version ??= await InForce(model, on, stop)
            ?? throw new UnusableModelException($"No version of model {model} is in force on {on:yyyy-MM-dd}.");
        var found = await Find(model, version.Value, stop) ?? throw new UnusableModelException($"There is no published model {model}@{version}.");
        found.RefuseUnlessUsable();
        return found;
    }

    /// <summary>Number of the version in force on a day.</summary>
    public async Task<int?> InForce(string model, DateOnly on, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("read a model"));
        return await registry.Models.Where(m => m.Model == model && m.State == ModelState.Published && m.From <= on)
            .OrderByDescending(m => m.From).Select(m => (int?)m.Version).FirstOrDefaultAsync(stop);
    }

    /// <summary>The model as its row has it.</summary>
    /// <exception cref="ModelRefusedException">The document is not the one of its hash, or no model for this version of the hub.</exception>
    internal ScoringModel Read(ModelVersion row)
    {
        var model = documents.Read(Encoding.UTF8.GetBytes(row.Document));
        return model.Hash == row.Hash && model.Id == row.Model && model.Version == row.Version
            ? model
            : throw new ModelRefusedException(
                [new("", $"{row.Model}@{row.Version} was altered in the database: the document is not the one of its hash.")]);
    }
}

/// <summary>A model as it is named by hand: ppi-2020, or ppi-2020@1 for one version.</summary>
internal static class ModelName
{
    /// <exception cref="FormatException">The version is no number.</exception>
    public static (string Model, int? Version) Parse(string name) => name.Split('@') switch
    {
        [var model] => (model, null),
        [var model, var text] when int.TryParse(text, out var version) => (model, version),
        _ => throw new FormatException($"'{name}' is no model, like ppi-2020 or ppi-2020@1."),
    };
}
