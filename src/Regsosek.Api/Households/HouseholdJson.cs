using System.Text.Json;
using Regsosek.Api.Access;

namespace Regsosek.Api.Households;

/// <summary>Writes families as JSON from the field tables: what the selection names, then the reasons for what is hidden.</summary>
public static class HouseholdJson
{
    private static readonly JsonEncodedText Reasons = JsonEncodedText.Encode("_masked"), MembersName = JsonEncodedText.Encode(Selection.MembersField);

    public static void Write(Utf8JsonWriter json, HouseholdView household, Selection selection)
    {
        json.WriteStartObject();
        foreach (var field in selection.Household)
        {
            if (field.Name == Selection.MembersField) Members(json, household, selection);
            else field.Write(json, household);
        }

        Masked(json, household.Masked);
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, HouseholdView household, Selection selection)
    {
        json.WriteStartArray(MembersName);
        foreach (var member in household.Members ?? []) Write(json, member, selection.Members!);
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, MemberView member, IReadOnlyList<Field<MemberView>> fields)
    {
        json.WriteStartObject();
        foreach (var field in fields) field.Write(json, member);
        Masked(json, member.Masked);
        json.WriteEndObject();
    }

    private static void Masked(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? reasons)
    {
        json.WritePropertyName(Reasons);
        if (reasons is not null)
        {
            FieldWriters.Raw(json, reasons);
            return;
        }

        json.WriteStartObject();
        json.WriteEndObject();
    }
}
