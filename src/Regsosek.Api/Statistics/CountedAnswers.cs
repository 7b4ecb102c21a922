using System.Linq.Expressions;
using Regsosek.Data.Households;

namespace Regsosek.Api.Statistics;

/// <summary>Where a run put a family.</summary>
/// <param name="Likelihood">In percent; null by a model that gives none.</param>
internal readonly record struct Rank(WelfareClass Class, short Decile, double? Likelihood);

/// <summary>What a run counts a family by: its village, those present, and its answers as they are packed.</summary>
internal readonly record struct CountedFamily(string Village, int Persons, long Answers, long OfMembers);

/// <summary>The answers that families are counted by, packed by the engine when a run reads them, and unpacked when their rank is known.</summary>
public sealed class CountedAnswers(Dimensions dimensions)
{
    private readonly int _ofFamily = dimensions.All.Count(d => d.OfFamily is not null);
    private readonly int _ofMember = dimensions.All.Count(d => d.OfMember is not null);

    internal Expression<Func<HouseholdRecord, long>> OfFamily { get; } = PackedReadings.Of(dimensions.All.Select(d => d.OfFamily));

    /// <summary>Of each member present; the highest of each answer counts.</summary>
    internal Expression<Func<PersonRecord, long>> OfMember { get; } = PackedReadings.Of(dimensions.All.Select(d => d.OfMember));

    /// <summary>The place of a family in every dimension; -1 in those of the ranking when it is not ranked.</summary>
    internal void Place(in CountedFamily family, Rank? rank, Span<int> places)
    {
        var (ofFamily, ofMember) = (0, 0);
        for (var d = 0; d < places.Length; d++)
        {
            var dimension = dimensions.All[d];
            places[d] = dimension.IsRank
                ? rank is { } at ? dimension.Place(dimension.OfRank!(at)) : -1
                : dimension.Place(dimension.OfFamily is not null
                    ? PackedReadings.Value(family.Answers, ofFamily++, _ofFamily) : PackedReadings.Value(family.OfMembers, ofMember++, _ofMember));
        }
    }
}
