using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>A steward changes an agreement; it holds from the partner's next request on. What is left out stays as it is.</summary>
public static class ChangeAgreement
{
    /// <param name="Version">The version the steward saw; a newer one is a conflict.</param>
    /// <param name="Status">draft, active, suspended or ended.</param>
    /// <param name="Limit">Population limit as a rule; JSON null takes it away.</param>
    public sealed record Request(
        int Version, string? Status = null, IReadOnlyList<string>? Purposes = null, IReadOnlyList<string>? Regions = null, IReadOnlyList<string>? Fields = null,
        IReadOnlyList<string>? Programmes = null, JsonElement? Limit = null, int? Budget = null, bool? RequiresEndUser = null, DateOnly? ValidTo = null);

    public static async Task<IResult> Handle(string code, Request request, Registry registry, Facts facts, CancellationToken stop)
    {
        var agreement = await registry.Agreements.Include(a => a.Partner).Include(a => a.Clients).FirstOrDefaultAsync(a => a.Code == code, stop);
        if (agreement is null) return Problems.NotFound;
        if (agreement.Version != request.Version) return Problems.Conflict;
        if (request.Status is { } status)
        {
            if (!Enum.TryParse<AgreementStatus>(status, ignoreCase: true, out var to) || char.IsAsciiDigit(status[0])) return Problems.Invalid("status", "draft, active, suspended or ended.");
            agreement.Status = to;
        }

        if (request.Fields?.FirstOrDefault(f => !FieldGroupNames.All.Contains(f)) is { } stray) return Problems.Invalid("fields", $"one of {string.Join(", ", FieldGroupNames.All)}.") with { With = new() { ["parameter"] = "fields", ["value"] = stray } };
        if (request.Limit is { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined } limit)
        {
            try
            {
                Limits.Of(limit.GetRawText(), facts);
            }
            catch (RuleException fault)
            {
                return Problems.Invalid("limit", fault.Message);
            }

            agreement.Limit = limit.GetRawText();
        }
        else if (request.Limit is { ValueKind: JsonValueKind.Null })
        {
            agreement.Limit = null;
        }

        if (request.Purposes is not null) agreement.Purposes = [.. request.Purposes];
        if (request.Regions is not null) agreement.Regions = [.. request.Regions];
        if (request.Fields is not null) agreement.Fields = FieldGroupNames.Parse(request.Fields);
        if (request.Programmes is not null) agreement.Programmes = [.. request.Programmes];
        agreement.Budget = request.Budget ?? agreement.Budget;
        agreement.RequiresEndUser = request.RequiresEndUser ?? agreement.RequiresEndUser;
        agreement.ValidTo = request.ValidTo ?? agreement.ValidTo;
        agreement.Version++;
        try
        {
            await registry.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problems.Conflict;
        }

        return Results.Json(AgreementView.Of(agreement), Json.Web);
    }
}
