using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification;

/// <summary>The documents of schema/scoring become published models, in force from their own date on. Done again it changes nothing.</summary>
public static class ShippedModels
{
    public const string Author = "shipped";

    /// <exception cref="InvalidOperationException">A document differs from the one that is published under its name.</exception>
    public static async Task Publish(Registries registries, ModelDocuments documents, TimeProvider clock, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("ship models"));
        var there = await registry.Models.ToListAsync(stop);
        foreach (var path in documents.Shipped)
        {
            var bytes = PublishedFile.ReadBytes(path);
            var model = documents.Read(bytes);
            var row = there.FirstOrDefault(m => m.Model == model.Id && m.Version == model.Version);
            if (row is { State: ModelState.Published })
            {
                if (row.Hash == model.Hash) continue;
                throw new InvalidOperationException(
                    $"{Path.GetFileName(path)} is not the model {model.Name} that is published here "
                    + $"({row.Hash[..12]} there, {model.Hash[..12]} in the file). "
                    + "A published model never changes: put the file back, or give the document the next version.");
            }

            // A draft under that name has lost to what ships.
            row ??= registry.Models.Add(DraftModel.Row(model, bytes, Author, null, clock)).Entity;
            (row.Kind, row.Document, row.Hash) = (model.Header.Kind, Encoding.UTF8.GetString(bytes), model.Hash);
            PublishModel.Into(row, model.Header.Date, Author, null, clock);
        }

        // Another hub that starts beside this one may have been faster; the next start looks again.
        await registry.TrySave(stop);
    }
}
