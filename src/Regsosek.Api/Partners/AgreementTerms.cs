using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Regsosek.Api.Http;
using Regsosek.Api.Regions;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>What an agreement says, apart from whose it is. Two can be met: what both of them allow.</summary>
public sealed record AgreementTerms(
    [property: JsonConverter(typeof(LowerCase))] AgreementStatus Status, string LegalBasis, IReadOnlyList<string> Purposes,
    IReadOnlyList<string> Regions, IReadOnlyList<string> Fields, IReadOnlyList<string> Programmes, IReadOnlyList<string> Scopes, string? Limit,
    int Budget, bool RequiresEndUser, DateOnly ValidFrom, DateOnly? ValidTo)
{
    // What was kept before holds more than the terms.
    private static readonly JsonSerializerOptions Kept = new(Json.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public static AgreementTerms Of(Agreement a) => new(
        a.Status, a.LegalBasis, a.Purposes, a.Regions, a.Fields.ToNames(), a.Programmes, a.Scopes, a.Limit, a.Budget, a.RequiresEndUser,
        a.ValidFrom, a.ValidTo);

    public static AgreementTerms Read(string json) => JsonSerializer.Deserialize<AgreementTerms>(json, Kept)!;

    public string Write() => JsonSerializer.Serialize(this, Json.Web);

    /// <summary>Only what both allow.</summary>
    public AgreementTerms And(AgreementTerms other) => this with
    {
        Status = Status == AgreementStatus.Active ? other.Status : Status,
        Purposes = [.. Purposes.Intersect(other.Purposes)],
        Regions = RegionCover.Common(Regions, other.Regions),
        Fields = [.. Fields.Intersect(other.Fields)],
        Programmes = [.. Programmes.Intersect(other.Programmes)],
        Scopes = [.. Scopes.Intersect(other.Scopes)],
        Limit = Both(Limit, other.Limit),
        Budget = Math.Min(Budget, other.Budget),
        RequiresEndUser = RequiresEndUser || other.RequiresEndUser,
        ValidFrom = ValidFrom > other.ValidFrom ? ValidFrom : other.ValidFrom,
        ValidTo = ValidTo is null || other.ValidTo < ValidTo ? other.ValidTo : ValidTo,
    };

    /// <summary>Whether it allows nothing that <paramref name="other"/> does not. A limit that only a proof could compare counts as wider.</summary>
    public bool IsWithin(AgreementTerms other) => And(other) is var both
        && (both.Status, both.Budget, both.RequiresEndUser, both.ValidFrom, both.ValidTo)
            == (Status, Budget, RequiresEndUser, ValidFrom, ValidTo)
        && SameSet(both.Purposes, Purposes) && SameSet(both.Regions, RegionCover.Common(Regions, Regions)) && SameSet(both.Fields, Fields)
        && SameSet(both.Programmes, Programmes) && SameSet(both.Scopes, Scopes) && SameRule(both.Limit, Limit);

    /// <summary>The same agreement with these terms; the given one stays as it is.</summary>
    public Agreement On(Agreement a)
    {
        var copy = new Agreement { Key = a.Key, Code = a.Code, PartnerKey = a.PartnerKey, Partner = a.Partner, Version = a.Version, LegalBasis = LegalBasis };
        Into(copy);
        return copy;
    }

    public void Into(Agreement agreement)
    {
        (agreement.Status, agreement.LegalBasis, agreement.Limit, agreement.Budget) = (Status, LegalBasis, Limit, Budget);
        (agreement.RequiresEndUser, agreement.ValidFrom, agreement.ValidTo) = (RequiresEndUser, ValidFrom, ValidTo);
        (agreement.Purposes, agreement.Regions) = ([.. Purposes], [.. Regions]);
        (agreement.Programmes, agreement.Scopes, agreement.Fields) = ([.. Programmes], [.. Scopes], FieldGroupNames.Parse(Fields));
    }

    private static bool SameSet(IEnumerable<string> some, IEnumerable<string> others) => some.ToHashSet().SetEquals(others);

    private static string? Both(string? limit, string? other)
    {
        if (limit is null || other is null) return limit ?? other;
        var (some, others) = (Parts(limit), Parts(other));
        if (Holds(some, others)) return limit;
        return Holds(others, some) ? other : new JsonObject { ["all"] = new JsonArray([.. some, .. others]) }.ToJsonString(Json.Web);
    }

    private static bool SameRule(string? rule, string? other) =>
        rule == other || (rule is not null && other is not null && Holds(Parts(rule), Parts(other)) && Holds(Parts(other), Parts(rule)));

    /// <summary>The rules that must hold together for a limit to hold.</summary>
    private static List<JsonNode?> Parts(string limit) => JsonNode.Parse(limit) switch
    {
        JsonObject { Count: 1 } all when all["all"] is JsonArray parts => [.. parts.Select(p => p?.DeepClone())],
        var rule => [rule],
    };

    private static bool Holds(List<JsonNode?> parts, List<JsonNode?> asked) => asked.TrueForAll(a => parts.Exists(p => JsonNode.DeepEquals(p, a)));
}

/// <summary>draft, active, suspended, ended.</summary>
internal sealed class LowerCase() : JsonStringEnumConverter<AgreementStatus>(JsonNamingPolicy.CamelCase);
