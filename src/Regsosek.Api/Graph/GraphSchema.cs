using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Partners;
using Regsosek.Api.Programmes;

namespace Regsosek.Api.Graph;

/// <summary>The schema, a view of what the readers give. Its contract is schema/registry.graphql.</summary>
public sealed class GraphSchema : Schema
{
    public GraphSchema(IServiceProvider services, Fields<HouseholdView> households, Fields<MemberView> members, HouseholdFilters filters, EligibleShape shape)
        : base(services)
    {
        var types = new GraphTypes(households, members);
        var pages = new Pages(types);
        var query = new ObjectGraphType
        {
            Name = "Query",
            Description = "What a caller may ask. Rows outside his scope do not exist; names, filters and order are those of REST."
        };
        HouseholdFields.Add(query, types, pages, filters);
        ExplanationFields.Add(query, types);
        ProgrammeFields.Add(query, types, pages, shape);
        ListFields.Add(query, types, pages, shape);
        RegionFields.Add(query, types, pages);
        StatisticsFields.Add(query, types);
        TargetingFields.Add(query, types);
        query.Reads("me", GraphTypes.Required(types.Of<MeView>()), "The caller's agreement: regions, fields, programmes, budget left.",
            async context => await GraphRequest.Of(context).Get<MeReader>().Get(context.CancellationToken)).Costs(GraphLimits.PageRead);
        Query = query;
    }

    /// <summary>The schema as text, with descriptions: schema/registry.graphql.</summary>
    public static string Print(IServiceProvider services) =>
        services.GetRequiredService<GraphSchema>().Print(new PrintOptions { IncludeDescriptions = true }).ReplaceLineEndings("\n").TrimEnd() + "\n";
}
