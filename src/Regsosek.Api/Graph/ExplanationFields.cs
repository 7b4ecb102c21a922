using GraphQL;
using GraphQL.Types;
using Regsosek.Api.Access;
using Regsosek.Api.Classification.Explain;

namespace Regsosek.Api.Graph;

/// <summary>Why a family stands where it stands, as REST gives it.</summary>
internal static class ExplanationFields
{
    private const string Explanation = "explanation";

    public static void Add(ObjectGraphType query, GraphTypes types) => query.Reads(
        Explanation, types.Of<ExplanationView>(), "Why a family stands where it stands; null when there is none for the caller, or it has no rank in the run.", Read,
        GraphFields.Argument("householdId", GraphTypes.Required(types.Id), "Id of the family."),
        GraphFields.Argument("run", types.Id, "A published run; the national one in force by default."))
        .Needs(Scopes.RegistryRead).Costs(GraphLimits.PageRead);

    private static async Task<object?> Read(IResolveFieldContext context)
    {
        var reading = GraphRequest.Of(context).At(context);
        reading.Reads(Explanation);
        Guid? run = context.GetArgument<string?>("run") is null ? null : GraphRequest.Id(context, "run");
        return await reading.Get<ExplanationReader>().Of(GraphRequest.Id(context, "householdId"), run, context.CancellationToken);
    }
}
