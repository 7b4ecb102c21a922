using Regsosek.Api.Http;
using Regsosek.Api.Programmes;
using Regsosek.Data;

namespace Regsosek.Api.Participation;

/// <summary>Whose participation a caller may deliver, and whose he may see: his own programmes', and of others what his agreement names while it grants the
/// group of programmes received.</summary>
public sealed class ParticipationRights(Caller caller, ProgrammeCatalogue programmes)
{
    /// <summary>Programmes whose rows the caller may see of families that he has.</summary>
    public string[] Seen => [.. programmes.All.Where(Sees).Select(p => p.Code).Order(StringComparer.Ordinal)];

    /// <exception cref="ProblemException">There is no such programme, or it is another institution's.</exception>
    public void MustOwn(string code)
    {
        if (!Owns(Named(code))) throw new ProblemException(Problems.ProgrammeNotOwned);
    }

    /// <exception cref="ProblemException">There is no such programme, or its participation is not his to see.</exception>
    public void MustSee(string code)
    {
        if (!Sees(Named(code))) throw new ProblemException(Problems.ProgrammeNotGranted);
    }

    private Programme Named(string code) => programmes.Find(code) ?? throw new ProblemException(Problems.Invalid("programme", "there is no such programme."));

    private bool Owns(Programme programme) => programme.Partners.Contains(caller.PartnerCode);

    private bool Sees(Programme programme) =>
        Owns(programme) || (caller.Programmes.Contains(programme.Code) && caller.Sees(FieldGroups.Protection));
}
