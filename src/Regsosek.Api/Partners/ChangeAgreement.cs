using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>A steward changes an agreement; it holds from the partner's next request on. What is left out stays as it is, and
/// what was is kept.</summary>
public static class ChangeAgreement
{
    /// <param name="Version">The version the steward saw; a newer one is a conflict.</param>
    /// <param name="Status">draft, active, suspended or ended.</param>
    /// <param name="Limit">Population limit as a rule; null takes it away.</param>
    public sealed record Request(
        int Version, string? Status = null, IReadOnlyList<string>? Purposes = null, IReadOnlyList<string>? Regions = null,
        IReadOnlyList<string>? Fields = null,
        IReadOnlyList<string>? Programmes = null, IReadOnlyList<string>? Scopes = null, JsonElement Limit = default, int? Budget = null,
        bool? RequiresEndUser = null, DateOnly? ValidTo = null);

    public static async Task<IResult> Handle(
        string code, Request request, Registry registry, Caller caller, Facts facts, ProgrammeCatalogue programmes,
        TimeProvider clock, CancellationToken stop)
    {
        var agreement = await registry.Agreements.Include(a => a.Partner).Include(a => a.Clients).FirstOrDefaultAsync(a => a.Code == code, stop);
        if (agreement is null) return Problems.NotFound;
        if (agreement.Key == caller.AgreementKey) return Problems.OwnAgreement;
        if (agreement.Version != request.Version) return Problems.Conflict;
        var before = JsonSerializer.Serialize(AgreementView.Of(agreement), Json.Web);
        if ((Apply(request, agreement) ?? await AgreementFaults.Of(agreement, registry, facts, programmes, stop)) is { } fault) return fault;
        registry.AgreementChanges.Add(new AgreementChange
        {
            AgreementKey = agreement.Key,
            Version = agreement.Version,
            Before = before,
            By = caller.ClientId,
            EndUser = caller.EndUser,
            At = clock.GetUtcNow().UtcDateTime
        });
        agreement.Version++;
        try
        {
            await registry.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            return Problems.Conflict;
        }

        return Results.Json(AgreementView.Of(agreement), Json.Web);
    }

    private static Problem? Apply(Request request, Agreement agreement)
    {
        if (request.Status is { } status)
        {
            if (EnumNames.Parse<AgreementStatus>(status) is not { } to) return Problems.Invalid("status", "draft, active, suspended or ended.");
            agreement.Status = to;
        }

        if (request.Fields is { } fields)
        {
            if (fields.Any(f => f is null || !FieldGroupNames.All.Contains(f)))
                return Problems.Invalid("fields", $"of {string.Join(", ", FieldGroupNames.All)}.");
            agreement.Fields = FieldGroupNames.Parse(fields);
        }

        agreement.Purposes = [.. request.Purposes ?? agreement.Purposes];
        agreement.Regions = [.. request.Regions ?? agreement.Regions];
        agreement.Programmes = [.. request.Programmes ?? agreement.Programmes];
        agreement.Scopes = [.. request.Scopes ?? agreement.Scopes];
        agreement.Budget = request.Budget ?? agreement.Budget;
        agreement.RequiresEndUser = request.RequiresEndUser ?? agreement.RequiresEndUser;
        agreement.ValidTo = request.ValidTo ?? agreement.ValidTo;
        if (request.Limit.ValueKind != JsonValueKind.Undefined)
            agreement.Limit = request.Limit.ValueKind == JsonValueKind.Null ? null : request.Limit.GetRawText();
        return null;
    }
}
