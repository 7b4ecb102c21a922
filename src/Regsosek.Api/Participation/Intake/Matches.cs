using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Enumeration;
using Regsosek.Data;
using Regsosek.Data.Participation;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Participation.Intake;

/// <summary>Who a recipient is in the registry, and how surely.</summary>
internal sealed record Match(MatchLevel Level, long HouseholdKey, long? PersonKey);

/// <summary>The persons and families that a few thousand rows may mean: one query a kind, not one a row. Levels are those of docs/participation.md.</summary>
internal sealed class Matches(Registry registry, Seal seal)
{
    private const int Chunk = 1000;
    private ILookup<UInt128, Candidate> _byNik = null!;
    private ILookup<UInt128, long> _byCard = null!;
    private ILookup<long, Candidate> _members = null!;
    private ILookup<(string, DateOnly), Candidate> _byBirth = null!;

    private sealed record Candidate(long Key, long HouseholdKey, byte[]? NikHash, string? Name, DateOnly? BirthDate, DateOnly ObservedOn);

    public static async Task<Matches> Load(Registry registry, Seal seal, IReadOnlyList<ReadRow> rows, CancellationToken stop)
    {
        var matches = new Matches(registry, seal);
        await matches.LoadPersons([.. rows.Select(r => r.Nik).OfType<string>().Distinct()], stop);
        await matches.LoadFamilies([.. rows.Select(r => r.Card).OfType<string>().Distinct()], stop);
        await matches.LoadVillages([.. rows.Where(r => r.Kind == RecipientKind.Name)], stop);
        return matches;
    }

    /// <summary>Null when nobody is the recipient, or several families may be.</summary>
    public Match? Of(ReadRow row) => row.Kind switch
    {
        RecipientKind.Nik => ByNik(row) ?? ByCard(row),
        RecipientKind.FamilyCard => ByCard(row),
        _ => Surest(_byBirth[(row.Region!, row.BirthDate!.Value)].Where(c => NameSimilarity.AreAlike(c.Name, row.Name)), _ => MatchLevel.M4),
    };

    private Match? ByNik(ReadRow row) => row.Nik is null ? null : Surest(_byNik[Standing.Number(seal.Hash(row.Nik))], c => LevelOf(c, row));

    /// <summary>A birth date that the row does not tell stands in the NIK.</summary>
    private static MatchLevel LevelOf(Candidate person, ReadRow row) =>
        person.BirthDate is { } born && (row.BirthDate is { } told ? told == born : Nik.Agrees(row.Nik!, null, born)) ? MatchLevel.M1
            : row.Name is not null && NameSimilarity.AreAlike(person.Name, row.Name) ? MatchLevel.M2
            : MatchLevel.M3;

    private Match? ByCard(ReadRow row)
    {
        if (row.Card is null) return null;
        long[] families = [.. _byCard[Standing.Number(seal.Hash(row.Card))].Distinct()];
        if (row.Name is not null) return Surest(families.SelectMany(f => _members[f]).Where(c => NameSimilarity.AreAlike(c.Name, row.Name)), _ => MatchLevel.M5);

        // A NIK that nobody has is not made good by a card alone.
        return families is [var only] && row.Nik is null ? new(MatchLevel.M5, only, null) : null;
    }

    /// <summary>Of several the surest, then who was observed last.</summary>
    private static Match? Surest(IEnumerable<Candidate> persons, Func<Candidate, MatchLevel> level) => persons
        .Select(c => (Person: c, Level: level(c))).OrderBy(c => c.Level).ThenByDescending(c => c.Person.ObservedOn).ThenBy(c => c.Person.Key)
        .Select(c => new Match(c.Level, c.Person.HouseholdKey, c.Person.Key)).FirstOrDefault();

    private async Task LoadPersons(IReadOnlyList<string> niks, CancellationToken stop)
    {
        var sought = new Sought(niks, seal);
        var found = new List<Candidate>();
        foreach (var chunk in sought.All.Chunk(Chunk))
        {
            found.AddRange(await registry.Persons.AsNoTracking().Where(p => p.NikHash != null && chunk.Contains(p.NikHash))
                .Select(p => new Candidate(p.Key, p.HouseholdKey, p.NikHash, p.Name, p.BirthDate, p.ObservedOn)).ToListAsync(stop));
        }

        _byNik = found.DistinctBy(c => c.Key).ToLookup(c => Standing.Number(sought.Of(c.NikHash!)));
    }

    private async Task LoadFamilies(IReadOnlyList<string> cards, CancellationToken stop)
    {
        var sought = new Sought(cards, seal);
        var found = new List<(byte[] Hash, long Key)>();
        foreach (var chunk in sought.All.Chunk(Chunk))
        {
            found.AddRange((await registry.Households.AsNoTracking().Where(h => h.FamilyCardHash != null && chunk.Contains(h.FamilyCardHash))
                .Select(h => new { h.FamilyCardHash, h.Key }).ToListAsync(stop)).Select(h => (h.FamilyCardHash!, h.Key)));
        }

        _byCard = found.ToLookup(f => Standing.Number(sought.Of(f.Hash)), f => f.Key);
        var members = new List<Candidate>();
        foreach (var keys in found.Select(f => f.Key).Distinct().Chunk(Chunk))
        {
            members.AddRange(await registry.Persons.AsNoTracking().Where(p => keys.Contains(p.HouseholdKey))
                .Select(p => new Candidate(p.Key, p.HouseholdKey, null, p.Name, p.BirthDate, p.ObservedOn)).ToListAsync(stop));
        }

        _members = members.ToLookup(c => c.HouseholdKey);
    }

    private async Task LoadVillages(IReadOnlyList<ReadRow> rows, CancellationToken stop)
    {
        var found = new List<((string, DateOnly), Candidate)>();
        foreach (var chunk in rows.Select(r => r.Region!).Distinct().Chunk(Chunk))
        {
            DateOnly?[] days = [.. rows.Where(r => chunk.Contains(r.Region)).Select(r => r.BirthDate).Distinct()];
            var born = await registry.Persons.AsNoTracking().Where(p => chunk.Contains(p.Household.VillageCode) && p.BirthDate != null && days.Contains(p.BirthDate))
                .Select(p => new { p.Household.VillageCode, p.Key, p.HouseholdKey, p.Name, p.BirthDate, p.ObservedOn }).ToListAsync(stop);
            found.AddRange(born.Select(p => ((p.VillageCode, p.BirthDate!.Value), new Candidate(p.Key, p.HouseholdKey, null, p.Name, p.BirthDate, p.ObservedOn))));
        }

        _byBirth = found.ToLookup(f => f.Item1, f => f.Item2);
    }
}
