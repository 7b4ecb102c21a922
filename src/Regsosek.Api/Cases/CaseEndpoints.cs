using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Data.Cases;

namespace Regsosek.Api.Cases;

/// <summary>Routes of cases: errors of targeting, answered by somebody.</summary>
public static class CaseEndpoints
{
    public static void AddCases(this IServiceCollection services)
    {
        services.AddScoped<CaseRights>();
        services.AddScoped<CaseReader>();
    }

    public static void MapCases(this IEndpointRouteBuilder app)
    {
        var cases = app.MapGroup("/api/v1/cases").WithTags("Cases");
        cases.MapGet("/", List).Named("ListCases", "Errors of targeting in the caller's regions, each waiting for an answer or answered.")
            .Needs(Scopes.CasesRead).Takes("programme", "kind", "state", "region", "owner", "overdue", "limit", "cursor")
            .Fails(Problems.UnknownParameter, Problems.InvalidParameter, Problems.InvalidCursor, Problems.ProgrammeNotGranted, Problems.FieldNotGranted, Problems.BudgetExhausted,
                Problems.LogUnavailable)
            .Produces<CasePage>();
        cases.MapGet("/{id:guid}", Get).Named("GetCase", "One case, and what happened to it.").Needs(Scopes.CasesRead).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter, Problems.FieldNotGranted, Problems.BudgetExhausted, Problems.LogUnavailable).Produces<CaseView>();
        cases.MapPost("/", OpenCase.Handle).Named("OpenCase", "Asks a programme back that a family or person has lost; the same question again is the same case.")
            .Needs(Scopes.CasesWrite).Takes()
            .Fails(Problems.InvalidBody, Problems.UnsupportedMediaType, Problems.UnknownParameter, Problems.InvalidParameter, Problems.ProgrammeNotGranted, Problems.FieldNotGranted,
                Problems.NotFound, Problems.NothingLost, Problems.CaseChanged, Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces<CaseView>().Produces<CaseView>(StatusCodes.Status201Created);
        cases.MapPost("/{id:guid}/assign", AssignCase.Handle).Named("AssignCase", "Hands a case to another partner that may answer it.").Needs(Scopes.CasesWrite).Takes()
            .Fails(Problems.InvalidBody, Problems.UnsupportedMediaType, Problems.UnknownParameter, Problems.InvalidParameter, Problems.FieldNotGranted, Problems.NotFound, Problems.CaseNotYours,
                Problems.CaseClosed, Problems.CaseChanged, Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces<CaseView>();
        cases.MapPost("/{id:guid}/close", CloseCase.Handle).Named("CloseCase", "Says how a case ended; it gives and ends nobody's aid.").Needs(Scopes.CasesWrite).Takes()
            .Fails(Problems.InvalidBody, Problems.UnsupportedMediaType, Problems.UnknownParameter, Problems.InvalidParameter, Problems.FieldNotGranted, Problems.NotFound, Problems.CaseNotYours,
                Problems.CaseClosed, Problems.CaseChanged, Problems.BudgetExhausted, Problems.LogUnavailable)
            .Produces<CaseView>();
    }

    /// <summary>A page of cases, in the order in which they were opened.</summary>
    public sealed record CasePage(IReadOnlyList<CaseView> Items, string? Next);

    /// <param name="programme">Code of a programme whose cases the caller may see; all of them by default.</param>
    /// <param name="kind">exclusion, inclusion or reactivation.</param>
    /// <param name="state">open or closed.</param>
    /// <param name="region">Kemendagri code at any level.</param>
    /// <param name="owner">Partner that has to answer.</param>
    /// <param name="overdue">true: open behind its day; false: the others.</param>
    /// <param name="limit">1 to 500, 50 by default.</param>
    /// <param name="cursor">The next of the page before.</param>
    private static async Task<IResult> List(
        CaseReader cases, ReadContext reading, CancellationToken stop, string? programme = null, string? kind = null, string? state = null, string? region = null,
        string? owner = null, bool? overdue = null, int limit = HouseholdQuery.DefaultLimit, string? cursor = null)
    {
        var query = Query(programme, kind, state, region, owner, overdue, limit, cursor);
        reading.Shape = query.Bound;
        var page = await cases.Page(query, stop);
        return Results.Json(new CasePage(page.Items, page.Next), Json.Web);
    }

    internal static CaseQuery Query(string? programme, string? kind, string? state, string? region, string? owner, bool? overdue, int limit, string? cursor)
    {
        if (limit is < 1 or > HouseholdQuery.MaxLimit) throw new ProblemException(Problems.Invalid("limit", $"1 to {HouseholdQuery.MaxLimit}."));
        if (owner is { Length: 0 or > 60 } || owner?.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') == false)
            throw new ProblemException(Problems.Invalid("owner", "is the code of a partner."));
        return new(kind is null ? null : CaseWords.Read<CaseKind>(kind, "kind"), state is null ? null : CaseWords.Read<CaseState>(state, "state"), programme, region, owner, overdue, limit,
            cursor);
    }

    private static async Task<IResult> Get(Guid id, CaseReader cases, CancellationToken stop) =>
        await cases.Get(id, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;
}
