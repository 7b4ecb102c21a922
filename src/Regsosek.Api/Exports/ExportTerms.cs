using Regsosek.Api.Partners;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Exports;

/// <summary>What an export stands on: the part of an agreement that a caller had when he asked.</summary>
internal static class ExportTerms
{
    /// <param name="scopes">Those that it needs.</param>
    public static AgreementTerms Of(Caller caller, params IReadOnlyList<string> scopes) => new(
        AgreementStatus.Active, "", [caller.Purpose], [.. caller.Regions.Codes], caller.Fields.ToNames(), [], scopes, caller.Limit?.Rule, caller.Budget,
        RequiresEndUser: false, DateOnly.MinValue, ValidTo: null);

    /// <summary>Whether other terms allow all of it. How much a day, from whom and until when says nothing of what it holds.</summary>
    public static bool Allow(this AgreementTerms now, AgreementTerms kept) => (kept with
    {
        Budget = now.Budget,
        RequiresEndUser = now.RequiresEndUser,
        ValidFrom = now.ValidFrom,
        ValidTo = now.ValidTo,
    }).IsWithin(now);
}
