using System.Linq.Expressions;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Access;

/// <summary>The population limits of the demonstration's agreements, said once more and by other means than their rules.</summary>
internal static class Populations
{
    /// <summary>Kementan: somebody present works, or has a business, in agriculture.</summary>
    public static readonly Expression<Func<Household, bool>> Farming = h => h.Members.Any(m =>
        (m.Presence == MemberPresence.WithFamily || m.Presence == MemberPresence.NewMember) && ((int?)m.Sector <= 6 || (int?)m.BusinessSector <= 6));

    /// <summary>Kementan sees everybody but these.</summary>
    public static readonly Expression<Func<Household, bool>> NotFarming =
        Expression.Lambda<Func<Household, bool>>(Expression.Not(Farming.Body), Farming.Parameters);

    /// <summary>Kemenkes: the poorer half.</summary>
    public static readonly Expression<Func<Household, bool>> PoorerHalf = h => h.Rank.Decile <= 5;
}
