using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

/// <summary>A family that the registry already holds under this source id.</summary>
internal sealed record KnownFamily(long Key, Guid Id, string SourceId, byte[] ContentHash, DateOnly ObservedOn);

/// <summary>A person who is on record under a NIK; <see cref="IsFormer"/> when only a former state is left of him.</summary>
internal sealed record KnownPerson(
    long Key, Guid Id, long HouseholdKey, byte[] NikHash, string? Name, DateOnly? BirthDate, MemberPresence? Presence,
    DateOnly ObservedOn, bool IsFormer)
{
    public bool IsPresent => Presence is MemberPresence.WithFamily or MemberPresence.NewMember;
}

/// <summary>What the registry holds about the families and numbers of a few hundred rows: one query a kind, not one a row.</summary>
internal sealed class Standing
{
    private Dictionary<string, KnownFamily> _families = [];
    private ILookup<UInt128, KnownPerson> _people = null!;
    private ILookup<UInt128, long> _cards = null!;
    private HashSet<(long, UInt128, UInt128)> _contents = [];

    public static async Task<Standing> Load(Registry registry, string source, IReadOnlyList<FamilyRow> rows, CancellationToken stop)
    {
        var ids = rows.Select(r => r.Household!.SourceId).ToArray();
        var families = await registry.Households.Where(h => h.Source == source && ids.Contains(h.SourceId))
            .Select(h => new KnownFamily(h.Key, h.Id, h.SourceId, h.ContentHash, h.ObservedOn)).ToListAsync(stop);
        var standing = new Standing { _families = families.ToDictionary(f => f.SourceId) };
        await standing.LoadContents(registry, stop);
        await standing.LoadPeople(registry, [.. rows.SelectMany(r => r.Members).Select(p => p.NikHash).OfType<byte[]>()], stop);
        await standing.LoadCards(registry, [.. rows.Select(r => r.Household!.FamilyCardHash).OfType<byte[]>()], stop);
        return standing;
    }

    public KnownFamily? Family(string sourceId) => _families.GetValueOrDefault(sourceId);

    /// <summary>Everybody under this NIK, the latest observed first.</summary>
    public IEnumerable<KnownPerson> People(byte[] nikHash) => _people[Number(nikHash)];

    public IEnumerable<long> FamiliesWithCard(byte[] cardHash) => _cards[Number(cardHash)];

    /// <summary>The family was already once taken in with this very content.</summary>
    public bool HasHad(KnownFamily family, byte[] contentHash) =>
        family.ContentHash.AsSpan().SequenceEqual(contentHash)
            || _contents.Contains((family.Key, Number(contentHash), Number(contentHash.AsSpan(16))));

    public static UInt128 Number(ReadOnlySpan<byte> hash) => MemoryMarshal.Read<UInt128>(hash);

    private async Task LoadContents(Registry registry, CancellationToken stop)
    {
        if (_families.Count == 0) return;
        var keys = _families.Values.Select(f => f.Key).ToArray();
        var contents = await registry.Payloads.Where(p => keys.Contains(p.HouseholdKey))
            .Select(p => new { p.HouseholdKey, p.ContentHash }).ToListAsync(stop);
        _contents = [.. contents.Select(p => (p.HouseholdKey, Number(p.ContentHash), Number(p.ContentHash.AsSpan(16))))];
    }

    // "Is not null" is said first: without it the engines compare every row with every number, since null might be among them.
    private async Task LoadPeople(Registry registry, byte[][] niks, CancellationToken stop)
    {
        var living = await registry.Persons.Where(p => p.NikHash != null && niks.Contains(p.NikHash))
            .Select(p => new KnownPerson(p.Key, p.Id, p.HouseholdKey, p.NikHash!, p.Name, p.BirthDate, p.Presence, p.ObservedOn, false))
            .ToListAsync(stop);
        var current = living.Select(p => p.Key).ToHashSet();
        var former = await registry.PersonVersions.Where(p => p.NikHash != null && niks.Contains(p.NikHash))
            .Select(p => new KnownPerson(p.Key, p.Id, p.HouseholdKey, p.NikHash!, p.Name, p.BirthDate, p.Presence, p.ObservedOn, true))
            .ToListAsync(stop);
        _people = living.Concat(former.Where(p => !current.Contains(p.Key)))
            .OrderBy(p => p.IsFormer).ThenByDescending(p => p.ObservedOn).ThenBy(p => p.Key).ToLookup(p => Number(p.NikHash));
    }

    private async Task LoadCards(Registry registry, byte[][] cards, CancellationToken stop)
    {
        var held = await registry.Households.Where(h => h.FamilyCardHash != null && cards.Contains(h.FamilyCardHash))
            .Select(h => new { h.Key, h.FamilyCardHash }).ToListAsync(stop);
        _cards = held.ToLookup(h => Number(h.FamilyCardHash!), h => h.Key);
    }
}
