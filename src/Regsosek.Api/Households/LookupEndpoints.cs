using Regsosek.Api.Access;
using Regsosek.Api.Http;

namespace Regsosek.Api.Households;

/// <summary>Routes of look-ups by NIK.</summary>
public static class LookupEndpoints
{
    public static void MapLookup(this IEndpointRouteBuilder app)
    {
        var lookup = app.MapGroup("/api/v1/lookup").WithTags("Look-up");
        lookup.MapPost("/", Lookup.One).Named("LookUp", "Is this NIK in the hub, in which class and decile?").Needs(Scopes.RegistryRead).Takes()
            .Fails(Problems.InvalidBody, Problems.UnknownParameter, Problems.InvalidParameter, Problems.BudgetExhausted, Problems.ClientSuspended, Problems.LogUnavailable)
            .Produces<Lookup.Answer>();
        lookup.MapPost("/batch", Lookup.Batch).Named("LookUpBatch", "The same for up to 10,000 NIKs, answered in their order.")
            .Needs(Scopes.RegistryRead).Takes()
            .Fails(Problems.InvalidBody, Problems.UnknownParameter, Problems.InvalidParameter, Problems.BodyTooLarge, Problems.BudgetExhausted,
                Problems.ClientSuspended, Problems.LogUnavailable)
            .Produces<Lookup.BatchAnswer>();
    }
}
