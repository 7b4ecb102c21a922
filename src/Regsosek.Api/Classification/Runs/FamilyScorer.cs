using System.Text;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification.Runs;

/// <summary>Scores families for one run; many threads may use it at once. The same inputs give the same row.</summary>
internal sealed class FamilyScorer(ScoringModel model, ClassificationRun run)
{
    private readonly byte[] _seed = Encoding.UTF8.GetBytes(run.Seed);

    public FamilyScore Score(FamilyInput family)
    {
        var score = model.ScoreLines(family.Inputs);
        return new()
        {
            RunKey = run.Key,
            HouseholdKey = family.Key,
            VillageCode = family.Counted.Village,
            Persons = (short)family.Inputs.Members,
            Criterion = score.Scores.Packed,
            DependencyRatio = family.Inputs.DependencyRatio,
            Ticket = LotteryTicket.Draw(_seed, family.SourceId).ToBytes(),
            Score = score.Score,
            Likelihood = score.Likelihood,
            Expenditure = score.Expenditure,
            Missing = score.Missing,
            Assumed = score.Assumed,
            Inputs = family.Inputs.Digest(),
            Counted = family.Counted.Answers,
            CountedOfMembers = family.Counted.OfMembers,
        };
    }
}
