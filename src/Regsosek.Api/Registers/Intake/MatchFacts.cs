using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Registers.Intake;

/// <summary>Whose a NIK is: the one present member who holds it. Held by several it is nobody's, and what registers say by it is unknown of each.</summary>
internal static class MatchFacts
{
    public const int Chunk = 500;

    /// <summary>By the hash in use; a number that nobody or several hold is not among them.</summary>
    public static async Task<Dictionary<string, long?>> Holders(Registry hub, IReadOnlyList<string> niks, Seal seal, CancellationToken stop)
    {
        var sought = new Sought([.. niks.Distinct()], seal);
        var found = new List<(string Nik, long Key)>();
        foreach (var chunk in sought.All.Chunk(Chunk))
        {
            var persons = await hub.Persons.AsNoTracking().Where(RuleSql.Present).Where(p => p.NikHash != null && chunk.Contains(p.NikHash))
                .Select(p => new { p.Key, p.NikHash }).ToListAsync(stop);
            found.AddRange(persons.Select(p => (Convert.ToHexString(sought.Of(p.NikHash!)), p.Key)));
        }

        return found.Distinct().GroupBy(p => p.Nik).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => (long?)g.Single().Key);
    }

    /// <summary>Families were written: facts that stand by these hashes go to who holds them now.</summary>
    public static async Task Anew(Registry hub, IReadOnlyCollection<byte[]> hashes, CancellationToken stop)
    {
        if (hashes.Count == 0 || !await hub.RegisteredFacts.AnyAsync(stop)) return;
        foreach (var chunk in hashes.DistinctBy(Convert.ToHexString).Chunk(Chunk))
        {
            var facts = await hub.RegisteredFacts.Where(f => chunk.Contains(f.NikHash)).ToListAsync(stop);
            if (facts.Count == 0) continue;
            var persons = await hub.Persons.AsNoTracking().Where(RuleSql.Present).Where(p => p.NikHash != null && chunk.Contains(p.NikHash))
                .Select(p => new { p.Key, p.NikHash }).ToListAsync(stop);
            var holders = persons.GroupBy(p => Convert.ToHexString(p.NikHash!)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => (long?)g.Single().Key);
            foreach (var fact in facts) fact.PersonKey = holders.GetValueOrDefault(Convert.ToHexString(fact.NikHash));
        }

        await hub.SaveChangesAsync(stop);
    }
}
