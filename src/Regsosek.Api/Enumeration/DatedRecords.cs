using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Enumeration;

/// <summary>Memberships and family cards. A dated row is never changed but for the moment from which it is no longer believed:
/// to end one, a row with the end takes its place.</summary>
internal sealed class DatedRecords(Registry registry, DateTime now)
{
    private readonly List<Membership> _memberships = [];
    private readonly List<FamilyCard> _cards = [];
    private List<Membership> _openMemberships = [];
    private List<FamilyCard> _openCards = [];

    public async Task Load(long[] persons, long[] households, CancellationToken stop)
    {
        if (persons.Length > 0)
        {
            _openMemberships = await registry.Memberships
                .Where(m => persons.Contains(m.PersonKey) && m.ValidTo == null && m.SupersededAt == null).ToListAsync(stop);
        }

        if (households.Length > 0)
        {
            _openCards = await registry.FamilyCards
                .Where(c => households.Contains(c.HouseholdKey) && c.ValidTo == null && c.SupersededAt == null).ToListAsync(stop);
        }
    }

    public void Join(long person, long household, DateOnly from) =>
        _memberships.Add(new() { PersonKey = person, HouseholdKey = household, ValidFrom = from, RecordedAt = now });

    public void Leave(long person, DateOnly on)
    {
        foreach (var open in _openMemberships.Where(m => m.PersonKey == person && m.SupersededAt is null))
        {
            open.SupersededAt = now;
            _memberships.Add(
                new() { PersonKey = person, HouseholdKey = open.HouseholdKey, ValidFrom = open.ValidFrom, ValidTo = on, RecordedAt = now });
        }
    }

    /// <summary>The card a family holds from this observation on. No number given is no loss of the card.</summary>
    public void Hold(Household observed, long household)
    {
        if (observed.FamilyCardHash is not { } hash) return;
        var open = _openCards.Where(c => c.HouseholdKey == household && c.SupersededAt is null).ToList();
        if (open.Exists(c => c.NumberHash.AsSpan().SequenceEqual(hash))) return;
        foreach (var card in open)
        {
            card.SupersededAt = now;
            _cards.Add(Card(household, card.NumberSealed, card.NumberHash, card.ValidFrom, observed.ObservedOn));
        }

        _cards.Add(Card(household, observed.FamilyCardSealed!, hash, observed.ObservedOn, null));
    }

    public async Task Write(CancellationToken stop)
    {
        var key = await KeyBlocks.Take(registry, nameof(Membership), _memberships.Count, stop);
        foreach (var membership in _memberships) membership.Key = key++;
        key = await KeyBlocks.Take(registry, nameof(FamilyCard), _cards.Count, stop);
        foreach (var card in _cards) card.Key = key++;
        await registry.Insert(_memberships, stop);
        await registry.Insert(_cards, stop);
    }

    private FamilyCard Card(long household, byte[] number, byte[] hash, DateOnly from, DateOnly? to) =>
        new() { HouseholdKey = household, NumberSealed = number, NumberHash = hash, ValidFrom = from, ValidTo = to, RecordedAt = now };
}
