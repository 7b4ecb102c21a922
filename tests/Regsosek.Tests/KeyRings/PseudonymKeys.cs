using System.Net;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Protection;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.KeyRings;

/// <summary>A partner's pseudonyms are changed while the hub runs: it answers by the new ones, and reads the former ones as long as was agreed.</summary>
[OnEveryEngine]
public sealed class PseudonymKeys(RotatingHub hub) : IClassFixture<RotatingHub>
{
    private const string Partner = "kemenkes", Other = "kemnaker";

    [Fact]
    public async Task Former_ids_answer_with_new_ones_during_the_overlap_and_not_after_a_cut()
    {
        using var http = await hub.As(Partner);
        using var other = await hub.As(Other);
        var before = await Ids(http);
        var others = await Ids(other);
        await hub.Verb("keys", "rotate", "pseudonyms", "--partner", Partner, "--overlap", "1");
        var after = await Until(http, ids => !ids.Intersect(before).Any());
        Assert.Equal(others, await Ids(other));

        // In the order of the list, which is that of the families: each former id leads to the same family's new one.
        for (var i = 0; i < before.Count; i++)
        {
            foreach (var asked in new[] { before[i], after[i] })
                Assert.Equal(after[i], (await http.Json($"/api/v1/households/{asked}")).GetProperty("id").GetGuid());
        }

        var (code, said) = await hub.Try("keys", "rotate", "pseudonyms", "--partner", Partner);
        Assert.Equal(2, code);
        Assert.Contains("--overlap 0", said, StringComparison.Ordinal);
        await hub.Verb("keys", "rotate", "pseudonyms", "--partner", Partner, "--overlap", "0");
        var last = await Until(http, ids => !ids.Intersect(after).Any());
        foreach (var gone in before.Concat(after))
        {
            using var answer = await http.GetAsync($"/api/v1/households/{gone}");
            await answer.ShouldBe(404, "not-found");
        }

        using var found = await http.GetAsync($"/api/v1/households/{last[0]}");
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Equal(2, (await hub.Try("keys", "rotate", "pseudonyms", "--partner", "nobody")).Code);
    }

    /// <summary>A block read with another key passes for an id once in a hundred thousand, as the documents say.</summary>
    [Fact]
    public async Task Ids_are_known_as_such_and_other_blocks_are_not()
    {
        await using var registry = hub.Registry();
        var now = TimeProvider.System.GetUtcNow();
        Assert.All(await registry.Households.Select(h => h.Id).ToListAsync(), id => Assert.True(Pseudonym.CanBeAnId(id, now)));
        Assert.All(await registry.Persons.Select(p => p.Id).ToListAsync(), id => Assert.True(Pseudonym.CanBeAnId(id, now)));
        var random = new Random(7);
        var block = new byte[16];
        var pass = 0;
        for (var i = 0; i < 1_000_000; i++)
        {
            random.NextBytes(block);
            if (Pseudonym.CanBeAnId(new Guid(block), now)) pass++;
        }

        Assert.InRange(pass, 0, 40);
    }

    private static async Task<List<Guid>> Ids(HttpClient http) =>
        [.. (await http.Json("/api/v1/households?limit=20")).Items().Select(h => h.GetProperty("id").GetGuid())];

    private static Task<List<Guid>> Until(HttpClient http, Func<List<Guid>, bool> holds) => Eventually.Is("new pseudonyms", () => Ids(http), holds);
}
