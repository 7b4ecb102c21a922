using Regsosek.Api.Http;
using Regsosek.Api.Statistics;
using Regsosek.Data;
using Regsosek.Data.Statistics;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting;

/// <summary>What errors are counted by: some dimensions of the statistics, each with a code for families without an answer or a rank, and whether somebody acted.</summary>
public sealed class TargetingDimensions(Dimensions dimensions)
{
    /// <summary>Whether a person has answered the case of the error.</summary>
    public const string Acted = "acted";

    private static readonly (string Name, FieldGroups Group)[] Names =
    [
        ("class", FieldGroups.Classification), ("decile", FieldGroups.Classification), ("sexOfHead", FieldGroups.Demography), ("disability", FieldGroups.Health),
    ];

    public IReadOnlyList<Dimension> All { get; } = [.. Names.Select(n => dimensions.All.Single(d => d.Name == n.Name))];

    /// <summary>The outcome first, then the dimensions in order, then whether somebody acted.</summary>
    internal SummaryLayout Layout { get; } = new([Enum.GetValues<TargetingOutcome>().Length, .. Names.Select(n => dimensions.All.Single(d => d.Name == n.Name).Codes.Count + 1), 2]);

    internal int Places(int dimension) => dimension < All.Count ? All[dimension].Codes.Count + 1 : 2;

    internal string NameOf(int dimension) => dimension < All.Count ? All[dimension].Name : Acted;

    internal short CodeAt(int dimension, int place) => dimension == All.Count ? (short)place : place < All[dimension].Codes.Count ? All[dimension].Codes[place].Code : SummaryCell.Unanswered;

    internal int PlaceOf(int dimension, short code)
    {
        for (var place = 0; place < Places(dimension); place++)
            if (CodeAt(dimension, place) == code) return place;
        throw new ArgumentOutOfRangeException(nameof(code), code, NameOf(dimension));
    }

    /// <summary>The dimension of this name; null for none.</summary>
    public Dimension? Named(string? name) => string.IsNullOrEmpty(name) ? null
        : All.FirstOrDefault(d => d.Name == name) ?? throw new ProblemException(Problems.NoDimension(name, All.Select(d => d.Name)));

    /// <summary>What an agreement must grant to be told small figures of it.</summary>
    internal static FieldGroups GroupOf(Dimension? dimension) => dimension is null ? FieldGroups.None : Names.Single(n => n.Name == dimension.Name).Group;
}
