using GraphQL;
using GraphQL.Types;
using Regsosek.Api.Statistics;

namespace Regsosek.Api.Graph;

/// <summary>Statistics, as REST gives them.</summary>
internal static class StatisticsFields
{
    public static void Add(ObjectGraphType query, GraphTypes types) => query.Reads(
        "statistics", GraphTypes.Required(types.Of<StatisticsView>()),
        "Families and persons of the run in force by region and up to two dimensions. Nation, provinces and regencies need no scope; "
            + "districts and villages need statistics.read and are those of the caller.",
        Read,
        GraphFields.Argument("by", types.String, "Up to two dimensions, by comma: class,floor. Below the regency one."),
        GraphFields.Argument("region", types.String, "Kemendagri code; ID, the default, is the nation."),
        GraphFields.Argument("level", types.String, "nation, province, regency, district or village: of which regions; the region's own by default."))
        .Costs(GraphLimits.PageRead);

    private static async Task<object?> Read(IResolveFieldContext context)
    {
        var request = GraphRequest.Of(context);
        var question = StatisticsQuestion.Of(request.Get<Dimensions>(),
            context.GetArgument<string?>("by"), context.GetArgument<string?>("region"), context.GetArgument<string?>("level"));
        var statistics = request.Get<StatisticsReader>();
        return await statistics.Of(question, await statistics.InForce(context.CancellationToken), context.CancellationToken);
    }
}
