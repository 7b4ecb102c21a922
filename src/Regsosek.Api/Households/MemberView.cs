using System.Text.Json.Serialization;
using Regsosek.Api.Access;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Households;

/// <summary>One member of a family as the caller's agreement shows him. The identity of persons under 18 needs a grant of its own.</summary>
public sealed class MemberView : PersonAnswers
{
    [Open, Says("Stable id of the person; for a partner without identity rights a pseudonym that only this partner has.")]
    public Guid Id { get; set; }

    [Group(FieldGroups.Identity), Says("Population number (NIK), 16 digits; null when he has none. Question 403.")]
    public string? Nik { get; set; }

    [Group(FieldGroups.Identity), Says("Name (nama). Question 402.")]
    public string? Name { get; set; }

    [Group(FieldGroups.Demography), Says("Date of birth (tanggal lahir). Question 406.")]
    public DateOnly? BirthDate { get; set; }

    [Group(FieldGroups.Demography), Says("Age in completed years today, always computed from the birth date.")]
    public int? Age { get; set; }

    [Open, Says("Day on which the answers were observed.")]
    public DateOnly ObservedOn { get; set; }

    /// <summary>Why members of this object are null: field name to not-granted or child.</summary>
    [Internal, JsonPropertyName("_masked")]
    public IReadOnlyDictionary<string, string>? Masked { get; set; }

    [Internal, JsonIgnore]
    public long Key { get; set; }

    [Internal, JsonIgnore]
    public long HouseholdKey { get; set; }

    [Internal, JsonIgnore]
    public byte[]? NikSealed { get; set; }

    /// <summary>Under 18 or of unknown age, and the caller has no right to children's identity.</summary>
    [Internal, JsonIgnore]
    public bool IsChild { get; set; }
}
