using Microsoft.OpenApi;
using Regsosek.Api.AsOf;
using Regsosek.Api.Households;
using Regsosek.Data;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Regsosek.Api.Http;

/// <summary>Says of each operation what the route says: scope, problems, and the list's filters.</summary>
public sealed class OpenApiOperations(HouseholdFilters filters) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<Routes.Needed>().FirstOrDefault() is { } needed)
            operation.Security =
                [new() { [new OpenApiSecuritySchemeReference("oauth2", context.Document)] = needed.Scope.Length > 0 ? [needed.Scope] : [] }];
        foreach (var problems in metadata.OfType<Routes.Failing>().SelectMany(f => f.Problems).Distinct().GroupBy(p => p.Status))
        {
            if (operation.Responses?.TryGetValue(problems.Key.ToString(), out var response) == true)
                response.Description = string.Join("; ", problems.Select(p => $"{p.Code}: {p.Title}"));
        }

        if (operation.OperationId == "ListHouseholds") operation.Parameters = [.. Parameters()];
        if (operation.OperationId == "GetHousehold")
            operation.Parameters!.Add(Query("fields", "Fields to give, by comma; members' as members.name.", "id,headName,members.name"));
        if (!metadata.OfType<MomentRoutes.Taking>().Any()) return;
        (operation.Parameters ??= []).Add(Query(Moments.AsOf, Moments.SaysAsOf, Moments.AnAsOf));
        operation.Parameters.Add(Query(Moments.KnownAt, Moments.SaysKnownAt, Moments.AKnownAt));
    }

    private IEnumerable<IOpenApiParameter> Parameters() =>
    [
        Query("sort",
            $"One of {string.Join(", ", HouseholdQuery.Sorts.Keys)}; a minus before it turns the order. Families without the value come last.",
            "-decile"),
        Query("limit", $"1 to {HouseholdQuery.MaxLimit}, {HouseholdQuery.DefaultLimit} by default.", "50"),
        Query("cursor", "The next of the page before; bound to the client and the query.", null),
        Query("fields", "Fields to give, by comma; members' as members.name.", "id,region,decile"),
        Query("include", "members: with the members of each family.", "members"),
        Query("count", "exact or estimated: with the total.", "exact"),
        .. filters.All.Select(f => Query(f.Name, $"{f.Says} Field group: {f.Group.ToText()}.", f.Example)),
    ];

    private static OpenApiParameter Query(string name, string says, string? example) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },

        // In words: Swagger UI would fill an example in, and ninety filters at once find nobody.
        Description = example is null ? says : $"{says} For example {example}.",
    };
}
