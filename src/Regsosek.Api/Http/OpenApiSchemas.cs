using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Partners;
using Regsosek.Data;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Regsosek.Api.Http;

/// <summary>Descriptions of view members from the field table; answers may grow, so other members are allowed.</summary>
public sealed class OpenApiSchemas(Fields<HouseholdView> households, Fields<MemberView> members) : ISchemaFilter
{
    private static readonly Dictionary<Type, string> Examples = new()
    {
        [typeof(Lookup.Request)] = """{ "nik": "9171990101900001" }""",
        [typeof(Lookup.BatchRequest)] = """{ "niks": ["9171990101900001", "9171994102900001"] }""",
        [typeof(Lookup.Answer)] = """{ "found": true, "welfareClass": "MISKIN", "decile": 2 }""",
        [typeof(HouseholdEndpoints.HouseholdPage)] = """
            { "items": [{ "id": "01a20f5d-0941-76d0-8640-4de23d4d3e35", "region": "91.71.03.2001", "familyCard": null, "decile": 2,
              "_masked": { "familyCard": "not-granted" } }], "next": "JHpMmLUif" }
            """,
        [typeof(ChangeAgreement.Request)] =
            """{ "version": 1, "fields": ["demography", "classification"], "limit": { "fact": "decile", "op": "<=", "value": 4 } }""",
        [typeof(ProblemDetails)] = """
            { "type": "https://regsosek.example/problems/field-not-granted", "status": 403,
              "title": "The agreement does not grant a field that was named", "field": "nik", "requestId": "0193" }
            """,
    };

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema own) return;
        own.AdditionalPropertiesAllowed = true;
        if (Examples.TryGetValue(context.Type, out var example)) own.Examples = [JsonNode.Parse(example)!];
        if (context.Type == typeof(HouseholdView)) Describe(own, households);
        if (context.Type == typeof(MemberView)) Describe(own, members);
    }

    private static void Describe<TView>(OpenApiSchema schema, Fields<TView> fields)
    {
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (fields.Find(name) is not { } field || property is not OpenApiSchema own) continue;
            own.Description = $"{field.Says} Field group: {field.Group.ToText()}.";
        }
    }
}
