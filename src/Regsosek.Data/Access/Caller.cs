using System.Collections.Frozen;
using System.Linq.Expressions;
using Regsosek.Data.Households;

namespace Regsosek.Data;

/// <summary>Who asks, under which agreement, what for: built once a request from the token and the agreement in force. A token only
/// narrows an agreement.</summary>
public sealed record Caller
{
    /// <summary>No rows, no fields.</summary>
    public static readonly Caller Nobody = new() { ClientId = "" };

    public required string ClientId { get; init; }
    public int AgreementKey { get; init; }
    public string AgreementCode { get; init; } = "";
    public int AgreementVersion { get; init; }
    public int PartnerKey { get; init; }
    public string PartnerCode { get; init; } = "";
    public string Purpose { get; init; } = "";
    public string? EndUser { get; init; }
    public FrozenSet<string> Scopes { get; init; } = [];
    public FrozenSet<string> Programmes { get; init; } = [];
    public RegionScope Regions { get; init; } = RegionScope.Nowhere;
    public FieldGroups Fields { get; init; }
    public PopulationLimit? Limit { get; init; }
    public int Budget { get; init; }

    /// <summary>By GraphQL the client runs no other documents than those listed for it.</summary>
    public bool OnlyListedDocuments { get; init; }

    /// <summary>A job of the hub itself, which says what it does; it may write.</summary>
    public bool IsSystem { get; init; }

    /// <summary>Without identity rights every id is a pseudonym of this partner's own.</summary>
    public bool SeesPseudonyms => !Sees(FieldGroups.Identity);

    public bool Sees(FieldGroups group) => (Fields & group) == group;

    /// <summary>The hub itself at work, named by what it does (for example "import form-k").</summary>
    public static Caller System(string work) => new()
    {
        ClientId = $"system:{work}",
        Purpose = work,
        IsSystem = true,
        Regions = RegionScope.Nation,
        Fields = FieldGroups.All,
        Budget = int.MaxValue,
    };
}

/// <summary>The regions of an agreement, sorted by level so that each is an equality on one stored column.</summary>
public sealed record RegionScope(bool National, string[] Provinces, string[] Regencies, string[] Districts, string[] Villages)
{
    public static readonly RegionScope Nowhere = new(false, [], [], [], []);
    public static readonly RegionScope Nation = new(true, [], [], [], []);

    public static RegionScope Of(IReadOnlyCollection<string> codes)
    {
        if (codes.Contains("ID")) return Nation;
        string[] At(int dots) => [.. codes.Where(code => code.Count(c => c == '.') == dots).Order(StringComparer.Ordinal)];
        return new(false, At(0), At(1), At(2), At(3));
    }

    public IEnumerable<string> Codes => National ? ["ID"] : [.. Provinces, .. Regencies, .. Districts, .. Villages];
}

/// <summary>A rule that a family must meet to exist for the caller. It becomes part of the model, so it holds on every path;
/// <paramref name="Build"/> gets the expression of the current date and gives the predicate that is true only when the rule
/// is known to hold.</summary>
public sealed record PopulationLimit(string Hash, Func<Expression, Expression<Func<Household, bool>>> Build)
{
    /// <summary>The rule as the agreement has it.</summary>
    public string Rule { get; init; } = "";
}
