using System.Runtime.CompilerServices;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Regions;
using Regsosek.Data;

namespace Regsosek.Api.Exports;

/// <summary>A page of a part: its bytes, which hold until the next, and the families in it with their persons.</summary>
public readonly record struct PartPage(ReadOnlyMemory<byte> Content, IReadOnlyList<(long Family, int Persons)> Families);

/// <summary>The list of families as exports are made of it: checked, divided, and written.</summary>
public sealed class HouseholdExport(HouseholdQueries queries, HouseholdReader households, KnownRegions regions)
{
    public const string Name = "households", Scope = Scopes.RegistryRead;

    /// <summary>Field groups that the list stands on.</summary>
    /// <exception cref="Http.ProblemException">It can't be asked so.</exception>
    public async Task<FieldGroups> Check(IReadOnlyDictionary<string, string> texts, string type, CancellationToken stop)
    {
        var query = queries.Read(texts);
        HouseholdRows.Of(type, query.Selection).Dispose();
        if (query.Region is { } region) await regions.Check(region, "region", stop);
        return query.Selection.Groups;
    }

    public Task<IReadOnlyList<(long To, int Families)>> Stretches(IReadOnlyDictionary<string, string> texts, int families, CancellationToken stop) =>
        households.Stretches(queries.Read(texts), families, stop);

    /// <summary>Whether a stretch, read as of now, holds what it did at the moment: sure when it has been read.</summary>
    public Task<bool> IsAsNow(IReadOnlyDictionary<string, string> texts, long after, long to, bool isRead, CancellationToken stop) =>
        households.IsAsNow(queries.Read(texts), after, to, isRead, stop);

    /// <summary>What the log calls the list.</summary>
    public string Shape(IReadOnlyDictionary<string, string> texts) => queries.Read(texts).Shape;

    public async IAsyncEnumerable<PartPage> Part(
        IReadOnlyDictionary<string, string> texts, string type, long after, long to, int page, [EnumeratorCancellation] CancellationToken stop)
    {
        var query = queries.Read(texts);
        using var rows = HouseholdRows.Of(type, query.Selection);
        yield return new(rows.Head(), []);
        await foreach (var families in households.Between(query, after, to, page, stop))
            yield return new(rows.Page(families), [.. families.Select(h => (h.Key, (int)h.Charged))]);
        yield return new(rows.Foot(), []);
    }
}
