using System.Globalization;
using GraphQL;
using GraphQL.Types;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Lists;
using Regsosek.Api.Programmes;

namespace Regsosek.Api.Graph;

/// <summary>Targeted lists: looked at, not drafted or pulled.</summary>
internal static class ListFields
{
    public static void Add(ObjectGraphType query, GraphTypes types, Pages pages, EligibleShape shape)
    {
        var list = types.Define<ListView>(
            nameof(ListView.Entries), nameof(ListView.Rule), nameof(ListView.KnownAt), nameof(ListView.Receipts),
            nameof(ListView.BegunAt), nameof(ListView.DraftedAt), nameof(ListView.FrozenAt), nameof(ListView.ExpiresAt));
        list.Has("entryCount", types.Int, "Entries, those beyond the quota among them; null while they are looked for.", row => ((ListView)row).Entries);
        list.Has("knownAt", GraphTypes.Required(types.String), "Nothing that the hub learned later is in it.", row => Text(((ListView)row).KnownAt));
        list.Has("expiresAt", GraphTypes.Required(types.String), "From then on it is not there any more.", row => Text(((ListView)row).ExpiresAt));
        list.Reads("entries", pages.ConnectionOf(Entry(types, shape)), "Entries by their places, with what the list of a programme shows.", Entries, pages.Arguments)
            .Needs(Scopes.ListsRead).Costs(GraphLimits.PageRead);
        list.Reads("drift", types.Of<ListEndpoints.DriftPage>(), "Of so many entries those who have left since, and why; or who has entered.", Drift,
            [new QueryArgument(types.String) { Name = "kind", Description = "left or entered.", DefaultValue = "left" }, .. pages.Arguments])
            .Needs(Scopes.ListsRead).Costs(GraphLimits.PageRead);
        query.Reads("lists", GraphTypes.Required(GraphTypes.ListOf(list)), "The agreement's targeted lists, newest first, without their counts.",
            async context => await GraphRequest.Of(context).Get<ListReader>().List(context.CancellationToken)).Needs(Scopes.ListsRead).Costs(GraphLimits.PageRead, GraphLimits.Lists);
        query.Reads("list", list, "One targeted list; null when there is none for the caller.",
            async context => await GraphRequest.Of(context).Get<ListReader>().Get(GraphRequest.Id(context, "id"), context.CancellationToken),
            GraphFields.Argument("id", GraphTypes.Required(types.Id), "Id of the list.")).Needs(Scopes.ListsRead).Costs(GraphLimits.RowRead);
    }

    private static ObjectGraphType Entry(GraphTypes types, EligibleShape shape)
    {
        var entry = types.Define<ListRow>(nameof(ListRow.Household), nameof(ListRow.Person));
        var family = new MaskedType<HouseholdView>("ListedHousehold", "What a list tells of a family.", shape.Family.Household, types, h => new(h.Id, h.Masked));
        var person = new MaskedType<MemberView>("ListedPerson", "What a list tells of a person.", shape.Person, types, m => new(m.Id, m.Masked));
        entry.Has("household", GraphTypes.Required(family), "The family.", row => ((ListRow)row).Household);
        entry.Has("person", person, "The person; of a list of persons.", row => ((ListRow)row).Person);
        return entry;
    }

    private static async Task<object?> Entries(IResolveFieldContext context)
    {
        var (request, (first, after)) = (GraphRequest.Of(context).At(context), Pages.Asked(context));
        request.Reads("list.entries");
        var (page, _) = await request.Get<ListPages>().Page(((ListView)context.Source!).Id, first, after, context.CancellationToken, asProgramme: true);
        return Connection.Of(page, after);
    }

    private static async Task<object?> Drift(IResolveFieldContext context)
    {
        var (request, (first, after)) = (GraphRequest.Of(context).At(context), Pages.Asked(context));
        request.Reads("list.drift");
        var page = await request.Get<ListPages>().Drift(((ListView)context.Source!).Id, context.GetArgument<string?>("kind") ?? "left", first, after, context.CancellationToken);
        return new ListEndpoints.DriftPage(page.Items, page.Next);
    }

    private static string Text(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
