using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Tests.Access;
using Regsosek.Tests.Classification;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Households;

/// <summary>Walks a list to its end, and says what its order should be.</summary>
internal static class SortedPages
{
    public static async Task GivesEveryFamilyOnceInOrder(this TestHub hub, string sort, int limit)
    {
        var http = await hub.As("kemensos");
        await using var registry = hub.Registry();
        var families = await registry.Households.Select(h => new { h.Id, h.Key, h.Rank.Percentile }).ToDictionaryAsync(h => h.Id);
        var by = sort.TrimStart('-');
        var field = by is "" or "rank" ? "id" : $"id,{by}";
        var (ids, values) = (new List<Guid>(), new List<object?>());
        for (var url = $"/api/v1/households?limit={limit}&fields={field}{(sort.Length > 0 ? $"&sort={sort}" : "")}"; url is not null;)
        {
            using var answer = await http.GetAsync(url);
            foreach (var household in (await answer.Json(HttpStatusCode.OK)).Items())
            {
                var id = household.GetProperty("id").GetGuid();
                ids.Add(id);

                // The rank is no field, and without a sort the order is that of the keys: of these the registry tells.
                values.Add(by switch { "" => (double)families[id].Key, "rank" or "decile" => families[id].Percentile, _ => Value(household.GetProperty(by)) });
            }

            url = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal(families.Keys.Order(), ids.Order());
        InOrder(values, sort.StartsWith('-'));
    }

    private static object? Value(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();

    private static void InOrder(List<object?> values, bool descending)
    {
        foreach (var (one, next) in values.Zip(values.Skip(1)))
        {
            var fits = next is null || (one is not null && (descending ? Compare(next, one) : Compare(one, next)) <= 0);
            Assert.True(fits, $"{one ?? "null"} came before {next}");
        }
    }

    private static int Compare(object one, object other) => ((double)one).CompareTo((double)other);
}

/// <summary>Families that lack what a list is sorted by.</summary>
[OnEveryEngine]
public sealed class FamiliesWithoutTheSortedValue(OwnHub hub) : IClassFixture<OwnHub>
{
    [Theory]
    [InlineData("decile")]
    [InlineData("-decile")]
    [InlineData("rank")]
    [InlineData("-rank")]
    public async Task Come_last_whatever_the_order(string sort)
    {
        await using (var registry = hub.Registry())
        {
            // More than a page of them, and not those that are last by key.
            await registry.Unrank(await registry.Households.OrderBy(h => h.Key).Skip(10).Take(9).Select(h => h.Key).ToArrayAsync());
        }

        await hub.GivesEveryFamilyOnceInOrder(sort, limit: 7);
    }
}
