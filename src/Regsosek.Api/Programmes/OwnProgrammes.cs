using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Programmes;

/// <summary>The programmes of the caller's institution: it alone writes them.</summary>
public sealed class OwnProgrammes(Caller caller, ProgrammeCatalogue programmes)
{
    /// <exception cref="ProblemException">There is no such programme, or it is another institution's.</exception>
    public Programme Get(string code) => programmes.Find(code) is not { } programme ? throw new ProblemException(Problems.NotFound)
        : programme.Partners.Contains(caller.PartnerCode) ? programme
        : throw new ProblemException(Problems.ProgrammeNotOwned);
}
