using Regsosek.Api.AccessLog;
using Regsosek.Api.Exports;
using Regsosek.Api.Http;
using Regsosek.Data.AccessLog;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>Gives a part of a frozen list out.</summary>
public static class PullListPart
{
    public static async Task<IResult> Handle(
        Guid id, int number, HttpContext http, ListReader lists, PartFiles files, Disclosure disclosure, ReadContext reading, CancellationToken stop)
    {
        var list = await lists.Allowed(id, stop);
        if (await lists.Part(list, number, stop) is not { } part || files.Open(id, number) is not { } content) return Problems.NotFound;
        reading.Shape = $"list={id:n}&part={number}";
        return await new GivenPart(part.Hash!, list.Gzip ? "application/gzip" : ListLines.Formats[part.Format], Name(list, part))
            .Give(http, content, () => disclosure.Record(PackedSubjects.Read(part.Subjects), list.Groups, stop));
    }

    private static string Name(TargetedList list, ListPart part) => $"list-{list.Id:n}-{part.Number:d5}.{part.Format}{(list.Gzip ? ".gz" : "")}";
}
