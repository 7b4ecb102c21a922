using Regsosek.Api.Http;
using Regsosek.Api.Participation;
using Regsosek.Api.Programmes;
using Regsosek.Data;
using Regsosek.Data.Cases;

namespace Regsosek.Api.Cases;

/// <summary>Whose cases a caller may see, and which he may answer. A case tells that a family is entitled and what it was given: it needs the rights to both.</summary>
public sealed class CaseRights(Caller caller, ParticipationRights participation, ProgrammeCatalogue programmes)
{
    public const string Named = "cases";

    /// <summary>Programmes whose cases the caller sees of families that he has.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public string[] Seen => participation.Seen.Where(caller.Programmes.Contains).ToArray() is { Length: > 0 } seen ? seen : throw new ProblemException(Problems.NotGranted(Named));

    /// <exception cref="ProblemException">There is no such programme, or its cases are not his to see.</exception>
    public string MustSee(string programme) =>
        programmes.Find(programme) is null ? throw new ProblemException(Problems.Invalid("programme", "there is no such programme."))
            : Seen.Contains(programme) ? programme : throw new ProblemException(Problems.ProgrammeNotGranted);

    /// <summary>What cases of these programmes stand on: what a family receives, and what the rules read.</summary>
    public FieldGroups GroupsOf(IEnumerable<string> codes) => codes.SelectMany(code => programmes.Find(code)!.Versions).Aggregate(
        FieldGroups.Protection, (all, version) => all | version.Rule.Groups);

    /// <summary>The owner of a case answers it, and whoever acts for the owner of the programme.</summary>
    public bool Answers(TargetingCase of) => of.Owner == caller.PartnerCode || IsOwner(of.Programme);

    private bool IsOwner(string programme) => programmes.Find(programme)?.Partners.Contains(caller.PartnerCode) == true;
}
