using System.Linq.Expressions;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Participation;

namespace Regsosek.Api.Participation;

/// <summary>Who really receives, said once: by the rows in force of a period. Found by the family, which the rows have an index for.</summary>
internal static class ReceiptQueries
{
    /// <param name="period">Null for none: nobody receives.</param>
    public static IQueryable<Receipt> Standing(Registry registry, string programme, int? period)
    {
        var asked = period ?? -1;
        return registry.Receipts.Where(r => r.Programme == programme && r.Period == asked && r.State == RowState.Standing);
    }

    public static Expression<Func<Household, bool>> OfFamily(IQueryable<Receipt> receipts) => h => receipts.Any(r => r.HouseholdKey == h.Key);

    /// <summary>A row names the person, or his family alone.</summary>
    public static Expression<Func<Person, bool>> OfPerson(IQueryable<Receipt> receipts) =>
        p => receipts.Any(r => r.HouseholdKey == p.HouseholdKey && (r.PersonKey == p.Key || r.PersonKey == null));
}
