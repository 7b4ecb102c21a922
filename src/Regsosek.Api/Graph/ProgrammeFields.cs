using GraphQL;
using GraphQL.Types;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Programmes;

namespace Regsosek.Api.Graph;

/// <summary>Programmes, public; and with the scope who is entitled to them.</summary>
internal static class ProgrammeFields
{
    public static void Add(ObjectGraphType query, GraphTypes types, Pages pages, EligibleShape shape)
    {
        var programme = types.Of<ProgrammeView>();
        query.Has("programmes", GraphTypes.Required(GraphTypes.ListOf(programme)), "The programmes and the version in force of each.", All)
            .Costs(1, GraphLimits.Programmes);
        var code = GraphFields.Argument("code", GraphTypes.Required(types.String), "For example PKH.");
        query.Reads("programme", programme, "One programme; null when there is none of this code.", One, code).Costs(1);

        var family = GraphFields.Argument("householdId", GraphTypes.Required(types.Id), "Id of the family.");
        programme.Reads("eligibility", types.Of<EligibilityView>(),
            "Eligibility of one family, clause by clause; null when there is no such family for the caller.", Of, [family, .. types.OfMoments])
            .Needs(Scopes.EligibilityRead).Costs(GraphLimits.PageRead);

        var region = GraphFields.Argument("region", types.String, "Region at any level, Kemendagri code.");
        var verdict = new QueryArgument(types.String)
        {
            Name = "verdict",
            Description = "Several by comma. For UNKNOWN the missing facts are named.",
            DefaultValue = nameof(Standing.ELIGIBLE)
        };
        programme.Reads("eligible", pages.ConnectionOf(Entry(types, shape)), "Who is entitled, poorest first.", Eligible,
            [region, verdict, .. types.OfMoments, .. pages.Arguments])
            .Needs(Scopes.EligibilityRead).Costs(GraphLimits.PageRead);
    }

    /// <summary>An entry of the list shows of family and person what the list on REST shows, not all that registry.read opens.</summary>
    private static ObjectGraphType Entry(GraphTypes types, EligibleShape shape)
    {
        var entry = types.Define<EligibleView>(nameof(EligibleView.Household), nameof(EligibleView.Person));
        var family =
            new MaskedType<HouseholdView>("EligibleHousehold", "What the list tells of a family.", shape.Family.Household, types, h => new(h.Id, h.Masked));
        var person = new MaskedType<MemberView>("EligiblePerson", "What the list tells of a person.", shape.Person, types, m => new(m.Id, m.Masked));
        entry.Has("household", GraphTypes.Required(family), "The family.", row => ((EligibleView)row).Household);
        entry.Has("person", person, "The person; of a person programme.", row => ((EligibleView)row).Person);
        return entry;
    }

    private static List<ProgrammeView> All(object root, GraphRequest request) =>
        [.. request.Get<ProgrammeCatalogue>().All.Select(p => ProgrammeView.Of(p, request.Today))];

    private static Task<object?> One(IResolveFieldContext context)
    {
        var request = GraphRequest.Of(context);
        var found = request.Get<ProgrammeCatalogue>().Find(context.GetArgument<string>("code"));
        return Task.FromResult<object?>(found is null ? null : ProgrammeView.Of(found, request.Today));
    }

    private static async Task<object?> Of(IResolveFieldContext context)
    {
        var (reading, code) = (GraphRequest.Of(context).At(context), ((ProgrammeView)context.Source!).Code);
        reading.Reads("programme.eligibility", $"programme={code}");
        return await reading.Get<EligibilityReader>().Of(code, GraphRequest.Id(context, "householdId"), context.CancellationToken);
    }

    private static async Task<object?> Eligible(IResolveFieldContext context)
    {
        var (reading, code) = (GraphRequest.Of(context).At(context), ((ProgrammeView)context.Source!).Code);
        var (first, after) = Pages.Asked(context);
        var query = EligibleQueries.Read(code, context.GetArgument<string?>("region"),
            context.GetArgument<string?>("verdict") ?? nameof(Standing.ELIGIBLE), first, after);
        reading.Reads("programme.eligible", query.Bound);
        return Connection.Of(await reading.Get<EligibleReader>()
            .Page(query with { WithPlaces = Connection.AsksCursors(context) }, context.CancellationToken), after);
    }
}
