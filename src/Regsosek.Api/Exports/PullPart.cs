using Regsosek.Api.AccessLog;
using Regsosek.Api.Http;
using Regsosek.Data.AccessLog;
using Regsosek.Data.Exports;

namespace Regsosek.Api.Exports;

/// <summary>Gives a part of an export out.</summary>
public static class PullPart
{
    public static async Task<IResult> Handle(
        Guid id, int number, HttpContext http, ExportReader exports, PartFiles files, Disclosure disclosure, ReadContext reading, CancellationToken stop)
    {
        if (await exports.Part(id, number, stop) is not var (export, part, isAllowed)) return Problems.NotFound;
        if (!isAllowed) return Problems.ExportWithdrawn;
        if (files.Open(id, number) is not { } content) return Problems.NotFound;
        reading.Shape = $"export={id:n}&part={number}";
        return await new GivenPart(part.Hash!, Type(export), Name(export, part))
            .Give(http, content, () => disclosure.Record(PackedSubjects.Read(part.Subjects), export.Groups, stop));
    }

    private static string Type(Export export) => export.Gzip ? "application/gzip" : ExportRequest.Formats[export.Format];

    private static string Name(Export export, ExportPart part) => $"{export.Reader}-{export.Id:n}-{part.Number:d5}.{export.Format}{(export.Gzip ? ".gz" : "")}";
}
