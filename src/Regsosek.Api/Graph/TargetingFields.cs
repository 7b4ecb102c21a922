using GraphQL;
using GraphQL.Types;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Api.Statistics;
using Regsosek.Api.Targeting;

namespace Regsosek.Api.Graph;

/// <summary>Errors of targeting, as REST gives them.</summary>
internal static class TargetingFields
{
    public static void Add(ObjectGraphType query, GraphTypes types) => query.Reads(
        "targeting", GraphTypes.Required(types.Of<TargetingView>()),
        "Who is entitled to a programme beside who receives it. Nation, provinces and regencies need no scope; districts and villages need statistics.read and are those of the caller; "
            + "own needs participation.write.",
        Read,
        GraphFields.Argument("programme", GraphTypes.Required(types.String), "For example PKH."),
        GraphFields.Argument("period", types.String, "2026-01 or 2026-Q1; the latest that is assessed by default."),
        GraphFields.Argument("by", types.String, "class, decile, sexOfHead or disability; not for villages."),
        GraphFields.Argument("region", types.String, "Kemendagri code; ID, the default, is the nation."),
        GraphFields.Argument("level", types.String, "nation, province, regency, district or village: of which regions; the region's own by default."),
        GraphFields.Argument("own", types.Boolean, "As the owner of the programme: nothing hidden, nothing rounded."))
        .Costs(GraphLimits.PageRead);

    private static async Task<object?> Read(IResolveFieldContext context)
    {
        var (request, own) = (GraphRequest.Of(context), context.GetArgument<bool?>("own") ?? false);
        if (own && !request.Caller.Scopes.Contains(Scopes.ParticipationWrite)) throw new ProblemException(Problems.Scope(Scopes.ParticipationWrite));
        var question = TargetingQuestion.Of(request.Get<Dimensions>(), request.Get<TargetingDimensions>(), context.GetArgument<string>("programme"),
            context.GetArgument<string?>("period"), context.GetArgument<string?>("by"), context.GetArgument<string?>("region"), context.GetArgument<string?>("level"), own);
        return await request.Get<TargetingReader>().Of(question, context.CancellationToken);
    }
}
