using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Exports;

/// <summary>The owner gives up an export, or deletes it. Who builds it sees so at the next part, which it then can't write.</summary>
public static class DeleteExport
{
    public static async Task<IResult> Handle(Guid id, Registry own, Registries registries, PartFiles files, CancellationToken stop)
    {
        if (!await own.Exports.AnyAsync(x => x.Id == id, stop)) return Problems.NotFound;
        await using var registry = registries.For(Caller.System("exports"));
        while (await registry.Exports.SingleOrDefaultAsync(x => x.Id == id, stop) is { } export)
        {
            registry.Exports.Remove(export);
            if (await registry.TrySave(stop)) break;

            // It was finished just now: so it is deleted as a finished one.
            registry.ChangeTracker.Clear();
        }

        files.Drop(id);
        return Results.NoContent();
    }
}
