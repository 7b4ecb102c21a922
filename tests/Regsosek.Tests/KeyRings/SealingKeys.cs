using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Seeding;
using Regsosek.Data.Protection;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.KeyRings;

/// <summary>Everything is sealed and hashed anew while the hub answers, also over a kill.</summary>
[OnEveryEngine]
public sealed class SealingKeys(RotatingHub hub) : IClassFixture<RotatingHub>
{
    [Fact]
    public async Task A_rotation_that_is_killed_goes_on_and_nobody_notices()
    {
        var niks = await hub.Niks();
        var before = await Hashes();
        using (var verb = hub.Begin("keys", "rotate", "seals", "--batch", "1"))
        {
            await using var registry = hub.Registry();
            await Eventually.Holds("begun", () => registry.KeyBlocks.AnyAsync(k => k.Name.StartsWith("reseal:")));
            verb.Kill();
            await verb.Ended;
        }

        var (old, anew) = await Generations();
        Assert.True(old > 0 && anew > 0, $"{old} under the old key, {anew} under the new one");
        Assert.True(hub.Ring.Resealing);
        await AllAreFound(niks);

        // What was begun is what comes first: no import, and no dropping of keys.
        await Assert.ThrowsAsync<InvalidOperationException>(() => hub.Get<SeedRegion>().Run(new("91.71.03", 3, 7, new DateOnly(2026, 1, 1))));
        Assert.Equal(2, (await hub.Try("keys", "forget", "seals")).Code);

        // While the rest is done, every person is found at every moment.
        var rest = hub.Verb("keys", "rotate", "seals", "--batch", "100");
        while (!rest.IsCompleted) await AllAreFound(niks);
        await rest;
        Assert.Equal(0, (await Generations()).Old);
        Assert.Empty((await Hashes()).Intersect(before));
        Assert.False(hub.Ring.Resealing);
        await using (var registry = hub.Registry()) Assert.False(await registry.KeyBlocks.AnyAsync(k => k.Name.StartsWith("reseal:")));
        await AllAreFound(niks);

        await hub.Verb("keys", "forget", "seals");
        Assert.Empty(hub.Ring.Sealing[0]);
        Assert.Null(hub.Ring.FormerLookup);
        await AllAreFound(niks);
        using var http = await hub.As("kemensos");
        var members = (await http.Json("/api/v1/households?limit=50&include=members")).Items().SelectMany(h => h.GetProperty("members").EnumerateArray());
        Assert.Contains(members, m => m.GetProperty("nik").GetString()?.Length == 16);

        // An import goes as before.
        var result = await hub.Get<SeedRegion>().Run(new("91.71.03", 3, 7, new DateOnly(2026, 1, 1)));
        Assert.Equal(3, result.Added);
    }

    [Fact]
    public void Ids_made_from_texts_and_digests_stay_while_hashes_change()
    {
        var ring = KeyRing.Create(development: true);
        var (mark, digest, hash) = Of(ring);
        ring.BeginResealing();
        Assert.Equal((mark, digest, false), (Of(ring).Mark, Of(ring).Digest, Of(ring).Hash == hash));
        Assert.Equal(hash, Convert.ToHexString(new Seal(ring).FormerHash("9171019901900001")!));
        ring.Resealing = false;
        ring.ForgetFormerSeals();
        ring.BeginResealing();
        Assert.Equal((mark, digest), (Of(ring).Mark, Of(ring).Digest));
        Assert.Throws<InvalidOperationException>(ring.BeginResealing);
    }

    private static (string Mark, string Digest, string Hash) Of(KeyRing ring)
    {
        using var seal = new Seal(ring);
        return (Convert.ToHexString(seal.Mark("9171019901900001")), Convert.ToHexString(seal.Digest("content"u8)),
            Convert.ToHexString(seal.Hash("9171019901900001")));
    }

    private async Task AllAreFound(List<string> niks)
    {
        using var http = await hub.As("kemensos");
        var answers = (await http.Post("/api/v1/lookup/batch", new { niks })).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(niks.Count, answers.Count(a => a.GetProperty("found").GetBoolean()));
        var verdicts = (await http.Post("/api/v1/programmes/PKH/eligibility/batch", new { niks = niks.Take(50) })).GetRawText();
        Assert.DoesNotContain("\"found\":false", verdicts, StringComparison.Ordinal);
    }

    private async Task<(int Old, int New)> Generations()
    {
        await using var registry = hub.Registry();
        var boxes = await registry.Persons.Where(p => p.NikSealed != null).Select(p => p.NikSealed!).ToListAsync();
        boxes.AddRange(await registry.Households.Where(h => h.FamilyCardSealed != null).Select(h => h.FamilyCardSealed!).ToListAsync());
        boxes.AddRange(await registry.FamilyCards.Select(c => c.NumberSealed).ToListAsync());
        boxes.AddRange(await registry.Payloads.Select(p => p.Sealed).ToListAsync());
        boxes.AddRange(await registry.RejectedRows.Select(r => r.Sealed).ToListAsync());
        return (boxes.Count(b => b[0] == 0), boxes.Count(b => b[0] == 1));
    }

    private async Task<HashSet<string>> Hashes()
    {
        await using var registry = hub.Registry();
        var hashes = await registry.Persons.Where(p => p.NikHash != null).Select(p => p.NikHash!).ToListAsync();
        hashes.AddRange(await registry.Households.Where(h => h.FamilyCardHash != null).Select(h => h.FamilyCardHash!).ToListAsync());
        hashes.AddRange(await registry.FamilyCards.Select(c => c.NumberHash).ToListAsync());
        return [.. hashes.Select(Convert.ToHexString)];
    }
}
