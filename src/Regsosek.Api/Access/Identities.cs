using System.Collections.Concurrent;
using Regsosek.Data;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Access;

/// <summary>Ids and sealed numbers as this caller has them: pseudonyms of his partner's own without identity rights, the real ones with.</summary>
public sealed class Identities(Caller caller, Pseudonyms pseudonyms, Seal seal)
{
    public Guid Show(Guid id) => caller.SeesPseudonyms ? pseudonyms.Of(caller.PartnerCode).Of(id) : id;

    public Guid Read(Guid id) => caller.SeesPseudonyms ? pseudonyms.Of(caller.PartnerCode).Read(id) : id;

    /// <summary>Ids in answers to a look-up by NIK: only with identity rights, or a known NIK would open the pseudonym and all that
    /// stands beside it.</summary>
    public Guid? Found(Guid id) => caller.SeesPseudonyms ? null : id;

    public string? Open(byte[]? box) => seal.OpenText(box);
}

/// <summary>One pseudonym cipher a partner.</summary>
public sealed class Pseudonyms(KeyRing keys)
{
    private readonly ConcurrentDictionary<string, Pseudonym> _byPartner = new();

    public Pseudonym Of(string partner) => _byPartner.GetOrAdd(partner, p => new Pseudonym(keys, p));
}
