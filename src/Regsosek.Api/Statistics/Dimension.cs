using System.Linq.Expressions;
using Regsosek.Data.Households;
using Regsosek.Data.Statistics;

namespace Regsosek.Api.Statistics;

/// <summary>What families are counted by, with the codes it can have, in order. Exactly one of the three readings is set.</summary>
/// <param name="Says">What it is, in English and Indonesian.</param>
public sealed record Dimension(string Name, (string En, string Id) Says, IReadOnlyList<DimensionCode> Codes)
{
    /// <summary>Read of the place in the ranking: families that are not ranked have none.</summary>
    internal Func<Rank, int>? OfRank { get; init; }

    internal Expression<Func<HouseholdRecord, int?>>? OfFamily { get; init; }

    /// <summary>Read of each member present; the highest counts.</summary>
    internal Expression<Func<PersonRecord, int?>>? OfMember { get; init; }

    /// <summary>From what was read to a code; the same when it is not set.</summary>
    internal Func<int, int>? Grouped { get; init; }

    internal bool IsRank => OfRank is not null;

    /// <summary>How many codes there are, no answer among them.</summary>
    internal int Places => Codes.Count + (IsRank ? 0 : 1);

    /// <summary>Place of the code that was read; the last for no answer, and for one that the form does not print.</summary>
    internal int Place(int? read)
    {
        if (read is not { } value) return Codes.Count;
        var code = Grouped?.Invoke(value) ?? value;
        for (var place = 0; place < Codes.Count; place++)
            if (Codes[place].Code == code) return place;
        return Codes.Count;
    }

    internal short CodeAt(int place) => place < Codes.Count ? Codes[place].Code : SummaryCell.Unanswered;
}

/// <summary>One code of a dimension. In answers it has its name where it has one (classes), else its number.</summary>
public sealed record DimensionCode(short Code, string En, string Id, string? Name = null)
{
    public string Text => Name ?? $"{Code}";
}
