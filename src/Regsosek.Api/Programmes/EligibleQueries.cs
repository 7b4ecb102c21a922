using System.Text.Json;
using Regsosek.Api.Households;
using Regsosek.Api.Http;

namespace Regsosek.Api.Programmes;

/// <summary>Reads what is asked of a programme's list, and writes the page.</summary>
public static class EligibleQueries
{
    public static EligibleQuery Read(string programme, string? region, string verdict, int limit, string? cursor)
    {
        if (limit is < 1 or > HouseholdQuery.MaxLimit) throw new ProblemException(Problems.Invalid("limit", $"1 to {HouseholdQuery.MaxLimit}."));
        var verdicts = verdict.Split(',', StringSplitOptions.TrimEntries).Select(v => Enum.GetNames<Standing>().Contains(v)
            ? Enum.Parse<Standing>(v)
            : throw new ProblemException(Problems.Invalid("verdict", $"one or more of {string.Join(", ", Enum.GetNames<Standing>())}.")))
            .Distinct().ToList();
        return new(programme, region, verdicts, limit, cursor);
    }

    public static void Write(Utf8JsonWriter json, Page<EligibleView> page, EligibleShape shape)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var entry in page.Items)
        {
            json.WriteStartObject();
            json.WriteString("householdId", entry.HouseholdId);
            if (entry.PersonId is { } person) json.WriteString("personId", person);
            json.WriteString("verdict", entry.Verdict.ToString());
            json.WriteStartArray("missing");
            foreach (var fact in entry.Missing) json.WriteStringValue(fact);
            json.WriteEndArray();
            json.WritePropertyName("household");
            HouseholdJson.Write(json, entry.Household, shape.Family);
            if (entry.Person is not null)
            {
                json.WritePropertyName("person");
                HouseholdJson.Write(json, entry.Person, shape.Person);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (page.Next is not null) json.WriteString("next", page.Next);
        json.WriteEndObject();
    }
}
