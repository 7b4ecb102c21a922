using System.Text.Json.Serialization;
using Regsosek.Api.Access;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Households;

/// <summary>One family (keluarga) as the caller's agreement shows it. A hidden member is null, with its reason in <c>_masked</c>.</summary>
[Stricter(nameof(Notes), FieldGroups.Identity | FieldGroups.Children)]
public sealed class HouseholdView : HouseholdAnswers
{
    [Open, Says("Stable id of the family; for a partner without identity rights a pseudonym that only this partner has.")]
    public Guid Id { get; set; }

    [Open, Says("Village (desa, kelurahan, kampung) in the Kemendagri coding, for example 91.71.03.2001.")]
    public string Region { get; set; } = "";

    [Group(FieldGroups.Location), Says("The same for all families of one building (bangunan); null when its number is not known.")]
    public Guid? BuildingGroup { get; set; }

    [Group(FieldGroups.Identity),
        Says("Number of the family card (nomor KK), 16 digits; it may change while the family stays the same. Question 114.")]
    public string? FamilyCard { get; set; }

    [Group(FieldGroups.Identity), Says("Name of the family head (nama kepala keluarga). Question 108.")]
    public string? HeadName { get; set; }

    [Group(FieldGroups.Identity | FieldGroups.Children), Says("Name of the respondent, who may be a child.")]
    public string? RespondentName { get; set; }

    [Group(FieldGroups.Identity | FieldGroups.Children), Says("Phone number of the respondent, who may be a child.")]
    public string? RespondentPhone { get; set; }

    [Group(FieldGroups.Demography), Says("Members present (404 = 1 or 5).")]
    public short? MemberCount { get; set; }

    [Group(FieldGroups.Coordinates), Says("Latitude of the house, WGS 84 degrees; taken for the less well-off only.")]
    public double? Latitude { get; set; }

    [Group(FieldGroups.Coordinates), Says("Longitude of the house, WGS 84 degrees.")]
    public double? Longitude { get; set; }

    [Group(FieldGroups.Classification),
        Says("Class of scheme regsosek-1; null until the family is ranked. A ministry reads it with the classification beside it.")]
    public WelfareClass? WelfareClass { get; set; }

    [Group(FieldGroups.Classification), Says("Decile of persons, 1 lowest, within the classification's scope; null until ranked.")]
    public short? Decile { get; set; }

    [Group(FieldGroups.Score), Says("Points on the national poverty line, 0 (poorest) to 100, of the model named in classification.")]
    public short? Score { get; set; }

    [Group(FieldGroups.Classification), Says("By which scheme, model, stage, scope and date the family was ranked.")]
    public ClassificationView? Classification { get; set; }

    [Open, Says("Day on which the answers were observed.")]
    public DateOnly ObservedOn { get; set; }

    [Open, Says("Members of the family; given when asked for.")]
    public IEnumerable<MemberView>? Members { get; set; }

    /// <summary>Why members of this object are null: field name to not-granted or child.</summary>
    [Internal, JsonPropertyName("_masked")]
    public IReadOnlyDictionary<string, string>? Masked { get; set; }

    [Internal, JsonIgnore]
    public long Key { get; set; }

    [Internal, JsonIgnore]
    public string? ProvinceCode { get; set; }

    [Internal, JsonIgnore]
    public string? RegencyCode { get; set; }

    [Internal, JsonIgnore]
    public string? DistrictCode { get; set; }

    [Internal, JsonIgnore]
    public byte[]? FamilyCardSealed { get; set; }

    [Internal, JsonIgnore]
    public long? RunKey { get; set; }

    /// <summary>Share of persons ranked up to and with this family; orders lists, never shown.</summary>
    [Internal, JsonIgnore]
    public double? Percentile { get; set; }

    /// <summary>The village and its ancestors as the rank has them: equalities on these give lists in the order of ranks by an index.</summary>
    [Internal, JsonIgnore]
    public string? RankedProvince { get; set; }

    [Internal, JsonIgnore]
    public string? RankedRegency { get; set; }

    [Internal, JsonIgnore]
    public string? RankedDistrict { get; set; }

    [Internal, JsonIgnore]
    public string? RankedVillage { get; set; }

    /// <summary>Persons a read of this family is charged for.</summary>
    [Internal, JsonIgnore]
    public short Charged { get; set; }

    /// <summary>The head is under 18 (or of unknown age) and the caller has no right to children's identity.</summary>
    [Internal, JsonIgnore]
    public bool HeadIsChild { get; set; }
}

/// <summary>By which scheme, model, stage, scope and date a family was ranked. A local decile is not a national one.</summary>
public sealed record ClassificationView(
    string Scheme, string Model, string Version, string Stage, string Scope, string Coverage, DateOnly Date, bool Demonstration);
