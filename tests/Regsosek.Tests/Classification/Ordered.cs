using Regsosek.Api.Classification.Runs;

namespace Regsosek.Tests.Classification;

/// <summary>A whole scope ranked in memory: what a run is held against.</summary>
internal sealed record Ordered(IReadOnlyList<RankedFamily> Families, IReadOnlyList<DecileCut> Cuts, long Persons)
{
    public static Ordered Of(IEnumerable<RankingCandidate> scope)
    {
        var families = scope.Where(f => f.Persons > 0).OrderBy(f => f.Scores.Packed).ThenByDescending(f => f.DependencyRatio)
            .ThenBy(f => f.Ticket.Number).ThenBy(f => f.Key).ToList();
        var total = families.Sum(f => (long)f.Persons);
        var order = new RankingOrder(total);
        return new([.. families.Select(f => order.Next(f))], order.Cuts(), total);
    }
}
