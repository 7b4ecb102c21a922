using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Api.Registers.Intake;

namespace Regsosek.Api.Registers;

/// <summary>Routes of partners' registers: each partner declares, fills and sees its own.</summary>
public static class RegisterEndpoints
{
    public static void MapRegisters(this IEndpointRouteBuilder app)
    {
        var registers = app.MapGroup("/api/v1/registers").WithTags("Registers");
        registers.MapGet("/", List).Named("ListRegisters", "The registers the partner sends facts from.").Needs(Scopes.RegistersWrite).Takes()
            .Fails(Problems.UnknownParameter).Produces<RegisterList>();
        registers.MapGet("/{code}", Get).Named("GetRegister", "One of them, with its deliveries.").Needs(Scopes.RegistersWrite).Takes()
            .Fails(Problems.NotFound, Problems.UnknownParameter).Produces<RegisterView>();
        registers.MapPut("/{code}", DeclareRegister.Handle)
            .Named("DeclareRegister", "Says which facts a register sends, what for, and until when they are kept.").Needs(Scopes.RegistersWrite).Takes()
            .Fails(Problems.NotFound, Problems.InvalidBody, Problems.InvalidParameter, Problems.UnknownParameter, Problems.UnsupportedMediaType,
                Problems.BodyTooLarge, Problems.FactNotYours, Problems.RegisterTaken)
            .Produces<RegisterView>();
        registers.MapGet("/{code}/deliveries/{name}", Delivery).Named("GetRegisterDelivery", "How far a file is in, and which of its lines were refused.")
            .Needs(Scopes.RegistersWrite).Takes().Fails(Problems.NotFound, Problems.UnknownParameter).Produces<RegisterDeliveryView>();
        registers.MapPut("/{code}/deliveries/{name}", DeliverFacts.Handle)
            .Named("DeliverFacts", "Takes in facts by NIK, CSV or NDJSON; what was cut is sent again whole and goes on where it was.")
            .Needs(Scopes.RegistersWrite).Takes().Accepts<string>(RegisterLines.Csv, RegisterLines.Ndjson)
            .Fails(Problems.NotFound, Problems.InvalidBody, Problems.InvalidParameter, Problems.UnknownParameter, Problems.UnsupportedMediaType,
                Problems.BodyTooLarge, Problems.DeliveryClosed, Problems.DeliveryOpen)
            .Produces<RegisterDeliveryView>();
    }

    /// <summary>A partner's registers, by code.</summary>
    public sealed record RegisterList(IReadOnlyList<RegisterView> Items);

    private static async Task<IResult> List(RegisterReader registers, CancellationToken stop) =>
        Results.Json(new RegisterList(await registers.List(stop)), Json.Web);

    private static async Task<IResult> Get(string code, RegisterReader registers, CancellationToken stop) =>
        await registers.Get(code, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;

    private static async Task<IResult> Delivery(string code, string name, RegisterReader registers, CancellationToken stop) =>
        await registers.Delivery(code, name, stop) is { } found ? Results.Json(found, Json.Web) : Problems.NotFound;
}
