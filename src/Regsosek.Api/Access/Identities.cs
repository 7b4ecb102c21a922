using System.Collections.Concurrent;
using Regsosek.Data;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Access;

/// <summary>Ids and sealed numbers as this caller has them: pseudonyms of his partner's own without identity rights, the real ones with.</summary>
public sealed class Identities(Caller caller, Pseudonyms pseudonyms, Seal seal)
{
    public Guid Show(Guid id) => caller.SeesPseudonyms ? pseudonyms.Of(caller.PartnerCode).Of(id) : id;

    public Guid Read(Guid id) => caller.SeesPseudonyms ? pseudonyms.Read(caller.PartnerCode, id) : id;

    /// <summary>Ids in answers to a look-up by NIK: only with identity rights, or a known NIK would open the pseudonym and all that
    /// stands beside it.</summary>
    public Guid? Found(Guid id) => caller.SeesPseudonyms ? null : id;

    public string? Open(byte[]? box) => seal.OpenText(box);
}

/// <summary>The pseudonym ciphers of every partner. After a change of a partner's key the former pseudonyms are still read, for as long as was
/// agreed.</summary>
public sealed class Pseudonyms(LiveKeyRing keys, TimeProvider clock)
{
    private volatile Made _made = new(keys.Current);

    /// <summary>The cipher in use.</summary>
    public Pseudonym Of(string partner) => Now.Of(partner).Key;

    public Guid Read(string partner, Guid pseudonym)
    {
        var own = Now.Of(partner);
        var id = own.Key.Read(pseudonym);
        return own.Former is null || clock.Today() > own.FormerUntil || Pseudonym.CanBeAnId(id, clock.GetUtcNow()) ? id : own.Former.Read(pseudonym);
    }

    private Made Now
    {
        get
        {
            var ring = keys.Current;
            return _made.Ring == ring ? _made : _made = new(ring);
        }
    }

    private sealed record Own(Pseudonym Key, Pseudonym? Former, DateOnly FormerUntil);

    private sealed class Made(KeyRing ring)
    {
        private readonly ConcurrentDictionary<string, Own> _byPartner = new();

        public KeyRing Ring => ring;

        public Own Of(string partner) => _byPartner.GetOrAdd(partner, p => ring.Partners.TryGetValue(p, out var keys)
            ? new(new(keys.Key), new(keys.Former), keys.FormerUntil)
            : new(new(Pseudonym.DerivedKey(ring.Pairwise, p)), null, default));
    }
}
