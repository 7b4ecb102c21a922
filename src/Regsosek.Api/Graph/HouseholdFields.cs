using GraphQL;
using GraphQL.Types;
using Regsosek.Api.Access;
using Regsosek.Api.Classification;
using Regsosek.Api.Households;
using Regsosek.Data;

namespace Regsosek.Api.Graph;

/// <summary>Families: one, a list, their classifications; from the readers that REST has.</summary>
internal static class HouseholdFields
{
    private const string Classifications = "classifications";

    public static void Add(ObjectGraphType query, GraphTypes types, Pages pages, HouseholdFilters filters)
    {
        var standings = GraphTypes.ListOf(Standing(types));
        types.Household.Reads(Classifications, standings, "Where the family stood in every run, newest first.", OfHousehold)
            .Costs(GraphLimits.RowRead, GraphLimits.RunsOfAFamily);

        var id = GraphFields.Argument("id", GraphTypes.Required(types.Id), "Id of the family.");
        query.Reads("household", types.Household, "One family; null when there is none for the caller.", One, [id, .. types.OfMoments]).Needs(Scopes.RegistryRead)
            .Costs(GraphLimits.PageRead);
        var family = GraphFields.Argument("householdId", GraphTypes.Required(types.Id), "Id of the family.");
        query.Reads(Classifications, standings,
            "Where a family stood in every run, newest first; null when there is none for the caller.", OfId, [family, .. types.OfMoments])
            .Needs(Scopes.RegistryRead).Costs(GraphLimits.PageRead, GraphLimits.RunsOfAFamily);
        query.Reads("households", pages.ConnectionOf(types.Household, counted: true), "Families in scope, filtered and sorted.", List,
            [.. Arguments(types, filters), .. types.OfMoments, .. pages.Arguments])
            .Needs(Scopes.RegistryRead).Costs(GraphLimits.PageRead);
    }

    private static ViewType Standing(GraphTypes types)
    {
        var of = new ObjectGraphType { Name = "SchemeClass", Description = "The class of a family by one scheme." };
        of.Has("scheme", GraphTypes.Required(types.String), "For example regsosek-1.",
            row => ((KeyValuePair<string, string>)row).Key);
        of.Has("class", GraphTypes.Required(types.String), "Code of the class in that scheme.",
            row => ((KeyValuePair<string, string>)row).Value);
        var standing = types.Define<StandingView>(nameof(StandingView.Classes));
        standing.Has("classes", GraphTypes.Required(GraphTypes.ListOf(of)), "The class by each scheme that the hub knows.",
            row => ((StandingView)row).Classes);
        return standing;
    }

    private static IEnumerable<QueryArgument> Arguments(GraphTypes types, HouseholdFilters filters) =>
        filters.All.Select(f => GraphFields.Argument(f.Name, types.String, f.Says))
            .Append(GraphFields.Argument("sort", types.String,
                $"One of {string.Join(", ", HouseholdQuery.Sorts.Keys)}, with a minus for the other order."));

    /// <summary>What a document asks of a page besides its rows.</summary>
    private sealed record Wanted(Selection Selection, bool Total, bool Cursors);

    private static async Task<object?> One(IResolveFieldContext context)
    {
        var (request, id) = (GraphRequest.Of(context), GraphRequest.Id(context, "id"));
        var reading = request.At(context);
        reading.Reads("household");
        var wanted = request.Kept(context, () => new Wanted(Select(context, request), false, false));
        var found = await reading.Get<HouseholdReader>().Get(id, wanted.Selection, context.CancellationToken);
        if (found is not null) reading.Standings.Expect([found]);
        return found;
    }

    private static async Task<object?> List(IResolveFieldContext context)
    {
        var request = GraphRequest.Of(context);
        var (first, after) = Pages.Asked(context);
        var wanted = request.Kept(context, () => new Wanted(Select(context, request, ["nodes"], ["edges", "node"]),
            Asked.Below(context).Contains("totalCount"), Connection.AsksCursors(context)));
        var reading = request.At(context);
        var query = reading.Get<HouseholdQueries>().Read(Texts(context)) with
        {
            Limit = first,
            Cursor = after,
            Count = wanted.Total ? "exact" : null,
            WithPlaces = wanted.Cursors,
            Selection = wanted.Selection,
        };
        reading.Reads("households", query.Shape);
        var page = await reading.Get<HouseholdReader>().Page(query, context.CancellationToken);
        reading.Standings.Expect(page.Items);
        return Connection.Of(page, after);
    }

    private static async Task<object?> OfId(IResolveFieldContext context)
    {
        var reading = GraphRequest.Of(context).At(context);
        reading.Reads(Classifications);
        return await reading.Get<ClassificationReader>().Of(GraphRequest.Id(context, "householdId"), context.CancellationToken);
    }

    private static async Task<object?> OfHousehold(IResolveFieldContext context)
    {
        var request = GraphRequest.Of(context);
        var reading = request.At(context);
        if (request.Caller.Sees(FieldGroups.Classification))
            return await reading.Standings.Of(((HouseholdView)context.Source!).Key, reading.Get<ClassificationReader>(), context.CancellationToken);
        request.Masked.Add($"{context.ParentType.Name}.{Classifications}", Reasons.Denied);
        return null;
    }

    /// <summary>Filters and order as the texts REST would have; what was not given, or given as null, is not there.</summary>
    private static Dictionary<string, string> Texts(IResolveFieldContext context) =>
        context.Arguments!.Where(a => a.Value.Value is string && a.Key != Pages.After).ToDictionary(a => a.Key, a => (string)a.Value.Value!);

    /// <summary>Reads no column that is not asked for, hidden ones included: those come back null with their reason.</summary>
    private static Selection Select(IResolveFieldContext context, GraphRequest request, params ReadOnlySpan<string[]> paths)
    {
        HashSet<string> own = [], ofMembers = [];
        foreach (var path in paths.IsEmpty ? [[]] : paths)
        {
            own.UnionWith(Asked.Below(context, path));
            ofMembers.UnionWith(Asked.Below(context, [.. path, Selection.MembersField]));
        }

        var members = request.Get<Fields<MemberView>>().All.Where(f => ofMembers.Contains(f.Name));
        return new([.. request.Get<Fields<HouseholdView>>().All.Where(f => own.Contains(f.Name))],
            own.Contains(Selection.MembersField) ? [.. members] : null);
    }
}
