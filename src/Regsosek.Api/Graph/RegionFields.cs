using GraphQL;
using GraphQL.Types;
using Regsosek.Api.Regions;

namespace Regsosek.Api.Graph;

/// <summary>Regions as a tree.</summary>
internal static class RegionFields
{
    private static readonly (string Name, string Says)[] Filters =
    [
        ("parent", "Code of the region above; ID gives the provinces."), ("level", "province, regency, district or village."),
        ("name", "Part of a name, any case."),
        ("system", "kemendagri or bps: only regions with a verified code there; with code, that code."),
        ("code", "A code in that system (kemendagri when none is named)."),
    ];

    public static void Add(ObjectGraphType query, GraphTypes types, Pages pages)
    {
        var region = types.Define<RegionView>(nameof(RegionView.Ancestors), nameof(RegionView.Codes));
        var page = pages.ConnectionOf(region);
        region.Reads("ancestors", GraphTypes.Required(GraphTypes.ListOf(region)), "The regions above, province first.",
            async context => (await Whole(context))!.Ancestors)
            .Costs(GraphLimits.RowRead, GraphLimits.OfARegion);
        region.Reads("codes", GraphTypes.Required(GraphTypes.ListOf(types.Of<RegionCodeView>())),
            "Its codes in the systems that are verified for it.", async context => (await Whole(context))!.Codes)
            .Costs(GraphLimits.RowRead, GraphLimits.OfARegion);
        region.Reads("children", GraphTypes.Required(page), "The regions right below, in code order.", Children, pages.Arguments)
            .Costs(GraphLimits.RowRead);

        var code = GraphFields.Argument("code", GraphTypes.Required(types.String), "Kemendagri code, for example 91.71.03.");
        query.Reads("region", region, "One region; null when there is none of this code.", One, code).Costs(GraphLimits.RowRead);
        query.Reads(
            "regions", page, "Regions by parent, level, name or code, in code order.", List,
            [.. Filters.Select(f => f.Name == "name"
                ? GraphFields.FreeText(f.Name, types.String, f.Says)
                : GraphFields.Argument(f.Name, types.String, f.Says)),
                .. pages.Arguments]).Costs(GraphLimits.PageRead);
    }

    private static async Task<object?> One(IResolveFieldContext context) =>
        await GraphRequest.Of(context).Get<RegionReader>().Get(context.GetArgument<string>("code"), context.CancellationToken);

    private static async Task<object?> List(IResolveFieldContext context) =>
        await Page(context, [.. Filters.Select(f => context.GetArgument<string?>(f.Name))]);

    private static async Task<object?> Children(IResolveFieldContext context) =>
        await Page(context, ((RegionView)context.Source!).Code, null, null, null, null);

    /// <summary>The cursor of a region is its code.</summary>
    private static async Task<Connection> Page(IResolveFieldContext context, params string?[] by)
    {
        var (first, after) = Pages.Asked(context);
        var found = await GraphRequest.Of(context).Get<RegionReader>()
            .List(by[0], by[1], by[2], by[3], by[4], after, first + 1, context.CancellationToken);
        List<RegionView> page = [.. found.Take(first)];
        return new(page, page.ConvertAll(r => r.Code), found.Count > first, after is not null, null);
    }

    /// <summary>A region of a list knows neither its ancestors nor its codes.</summary>
    private static async Task<RegionView?> Whole(IResolveFieldContext context) => context.Source is RegionView { Ancestors: not null } whole
        ? whole
        : await GraphRequest.Of(context).Get<RegionReader>().Get(((RegionView)context.Source!).Code, context.CancellationToken);
}
