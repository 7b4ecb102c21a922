using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Data;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Regsosek.Api.Http;

/// <summary>OpenAPI 3.1 at /swagger/v1/swagger.json and Swagger UI at /swagger, all from our own host.</summary>
public static class OpenApi
{
    public static void AddOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "Regsosek social-registry hub",
                Version = "v1",
                Description = "Households (one household is one family, keluarga), their classification and their eligibility, as each partner's data-sharing agreement shows them. "
                    + "v1 only grows: readers ignore members they do not know.",
            });
            foreach (var xml in Directory.EnumerateFiles(AppContext.BaseDirectory, "Regsosek.*.xml")) swagger.IncludeXmlComments(xml);
            swagger.SupportNonNullableReferenceTypes();
            swagger.NonNullableReferenceTypesAsRequired();
            swagger.CustomSchemaIds(type => type.IsNested ? type.DeclaringType!.Name + type.Name : type.Name);
            swagger.AddSecurityDefinition("oauth2", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "Client credentials of a partner; in the demonstration the secret is the client's id followed by -demo.",
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri("/connect/token", UriKind.Relative), Scopes = Scopes.All.ToDictionary(s => s, s => s) },
                },
            });
            swagger.OperationFilter<OpenApiOperations>();
            swagger.SchemaFilter<OpenApiSchemas>();
        });
    }

    public static void UseOpenApi(this WebApplication app)
    {
        app.UseSwagger(o => o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(ui =>
        {
            ui.SwaggerEndpoint("/swagger/v1/swagger.json", "Regsosek v1");
            ui.DocumentTitle = "Regsosek API";
        });
    }
}

/// <summary>Says of each operation what the route says: scope, problems, and the list's filters.</summary>
public sealed class OpenApiOperations(HouseholdFilters filters) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<Routes.Needed>().FirstOrDefault() is { } needed)
            operation.Security = [new() { [new OpenApiSecuritySchemeReference("oauth2", context.Document)] = needed.Scope.Length > 0 ? [needed.Scope] : [] }];
        foreach (var problems in metadata.OfType<Routes.Failing>().SelectMany(f => f.Problems).Distinct().GroupBy(p => p.Status))
        {
            if (operation.Responses?.TryGetValue(problems.Key.ToString(), out var response) == true)
                response.Description = string.Join("; ", problems.Select(p => $"{p.Code}: {p.Title}"));
        }

        if (operation.OperationId == "ListHouseholds") operation.Parameters = [.. Parameters()];
        if (operation.OperationId == "GetHousehold") operation.Parameters!.Add(Query("fields", "Fields to give, by comma; members' as members.name.", "id,headName,members.name"));
    }

    private IEnumerable<IOpenApiParameter> Parameters() =>
    [
        Query("sort", $"One of {string.Join(", ", HouseholdQuery.Sorts.Keys)}; a minus before it for the other order. Families without the value come last.", "-decile"),
        Query("limit", $"1 to {HouseholdQuery.MaxLimit}, {HouseholdQuery.DefaultLimit} by default.", "50"),
        Query("cursor", "The next of the page before; bound to the client and the query.", null),
        Query("fields", "Fields to give, by comma; members' as members.name.", "id,region,decile"),
        Query("include", "members: with the members of each family.", "members"),
        Query("count", "exact or estimated: with the total.", "exact"),
        .. filters.All.Select(f => Query(f.Name, f.Says + (f.Group == FieldGroups.None ? "" : $" Needs field group {f.Group.ToNames()[0]}."), f.Example)),
    ];

    private static OpenApiParameter Query(string name, string says, string? example) => new()
    {
        Name = name, In = ParameterLocation.Query, Description = says, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = null,
        Extensions = example is null ? null : new Dictionary<string, IOpenApiExtension> { ["x-example"] = new JsonNodeExtension(JsonValue.Create(example)) },
    };
}

/// <summary>Descriptions of view members from the field table; answers may grow, so other members are allowed.</summary>
public sealed class OpenApiSchemas(Fields<HouseholdView> households, Fields<MemberView> members) : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema own) return;
        own.AdditionalPropertiesAllowed = true;
        if (context.Type == typeof(HouseholdView)) Describe(own, households);
        if (context.Type == typeof(MemberView)) Describe(own, members);
    }

    private static void Describe<TView>(OpenApiSchema schema, Fields<TView> fields)
    {
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (fields.Find(name) is not { } field || property is not OpenApiSchema own) continue;
            own.Description = field.Says + (field.Group == FieldGroups.None ? "" : $" Field group: {field.Group.ToNames()[0]}.");
        }
    }
}
