using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Regsosek.Data.AccessLog;
using Regsosek.Data.AsOf;
using Regsosek.Data.Exports;

namespace Regsosek.Api.Exports;

/// <summary>Writes one part: the families of its stretch, as the client may see them, as of the export's moment. Every page is charged and on record
/// before the part is there to be pulled.</summary>
public sealed class BuildPart(Registries registries, ReadingScopes scopes, ExportAgreements agreements, PartFiles files, ExportSettings settings) : IDisposable
{
    private const string Surface = "POST /api/v1/exports";

    /// <summary>Of all exports together: what the database and the memory are asked for at a time.</summary>
    private readonly SemaphoreSlim _readers = new(settings.Readers);

    /// <exception cref="ExportStoppedException">It is not to be built any further.</exception>
    public async Task Write(Export export, ExportPart part, CancellationToken stop)
    {
        await _readers.WaitAsync(stop);
        try
        {
            var caller = await agreements.CallerOf(export, stop) ?? throw new ExportStoppedException(isWithdrawn: true);
            await Write(export, part, caller, stop);
        }
        finally
        {
            _readers.Release();
        }
    }

    public void Dispose() => _readers.Dispose();

    private async Task Write(Export export, ExportPart part, Caller caller, CancellationToken stop)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(export.Query)!;
        var about = new ReadContext { RequestId = export.RequestId, Surface = Surface, Shape = $"export={export.Id:n}&part={part.Number}" };
        await using var scope = scopes.For(caller, new Moment(export.Day, export.KnownAt, export.AsOf), about);
        var families = scope.ServiceProvider.GetRequiredService<HouseholdExport>();
        scope.ServiceProvider.GetRequiredService<ReadContext>().Shape += $"&{families.Shape(texts)}";
        var subjects = new Dictionary<long, int>();
        using var file = files.Create(export.Id, part.Number, export.Gzip);
        await foreach (var page in families.Part(texts, ExportRequest.Formats[export.Format], part.After, part.To, settings.PageFamilies, stop))
        {
            file.Write(page.Content.Span);
            foreach (var (family, persons) in page.Families) subjects[family] = persons;
        }

        var (bytes, hash) = file.Keep();
        await Checkpoint(part, subjects, bytes, hash, stop);
    }

    private async Task Checkpoint(ExportPart part, Dictionary<long, int> subjects, long bytes, byte[] hash, CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("exports"));
        var open = registry.Exports.Any(x => x.Key == part.ExportKey && x.State == ExportState.Building);
        if (!open || await registry.ExportParts.SingleOrDefaultAsync(p => p.ExportKey == part.ExportKey && p.Number == part.Number, stop) is not { } row)
            throw new ExportStoppedException(isWithdrawn: false);
        (row.Families, row.Bytes, row.Hash, row.Subjects) = (subjects.Count, bytes, hash, PackedSubjects.Pack(subjects));
        if (!await registry.TrySave(stop)) throw new ExportStoppedException(isWithdrawn: false);
    }
}
