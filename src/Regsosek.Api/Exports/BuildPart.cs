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

    /// <summary>What nobody has changed since the moment is read as it stands now, which costs half as much; if it is changed meanwhile, as of the
    /// moment.</summary>
    private async Task Write(Export export, ExportPart part, Caller caller, CancellationToken stop)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(export.Query)!;
        var moment = new Moment(export.Day, export.KnownAt, export.AsOf);

        // Leased first: if a day begins now, the other sees it.
        await using var present = Reading(null, $"{moment.Named}&");
        await using var past = Reading(moment, "");
        var now = present.ServiceProvider.GetRequiredService<HouseholdExport>();
        var then = past.ServiceProvider.GetRequiredService<HouseholdExport>();
        if (await IsAsNow(isRead: false) && await Write(export, part, texts, now, () => IsAsNow(isRead: true), stop)) return;
        await Write(export, part, texts, then, () => Task.FromResult(true), stop);

        Task<bool> IsAsNow(bool isRead) => then.IsAsNow(texts, part.After, part.To, isRead, stop);

        AsyncServiceScope Reading(Moment? at, string named)
        {
            var about = new ReadContext { RequestId = export.RequestId, Surface = Surface, Shape = $"{named}export={export.Id:n}&part={part.Number}" };
            var scope = scopes.For(caller, at, about);
            scope.ServiceProvider.GetRequiredService<ReadContext>().Shape += $"&{scope.ServiceProvider.GetRequiredService<HouseholdExport>().Shape(texts)}";
            return scope;
        }
    }

    /// <summary>Writes the part, unless what was read turns out to be something else.</summary>
    private async Task<bool> Write(
        Export export, ExportPart part, Dictionary<string, string> texts, HouseholdExport families, Func<Task<bool>> isIt, CancellationToken stop)
    {
        var subjects = new Dictionary<long, int>((int)part.Expected);
        using var file = files.Create(export.Id, part.Number, export.Gzip);
        await foreach (var page in families.Part(texts, ExportRequest.Formats[export.Format], part.After, part.To, settings.PageFamilies, stop))
        {
            file.Write(page.Content.Span);
            foreach (var (family, persons) in page.Families) subjects[family] = persons;
        }

        if (!await isIt()) return false;
        var (bytes, hash) = file.Keep();
        await Checkpoint(part, subjects, bytes, hash, stop);
        return true;
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
