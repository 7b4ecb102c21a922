using System.Linq.Expressions;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Data.AsOf;
using Regsosek.Data.Participation;

namespace Regsosek.Api.Participation;

/// <summary>The filter of families by who really receives. Receiving is: with a row in force in the latest period of which a finished delivery of the
/// programme told. Before there is one, neither is known of anybody.</summary>
internal static class StatusFilter
{
    public const string Name = "programmeStatus";
    public const string Says = "Who really receives, by the latest period its ministry delivered: programme:receiving or programme:not-receiving; several by comma.";
    private const string Receiving = "receiving", NotReceiving = "not-receiving";

    /// <summary>What is asked must be well-formed, of the present, and of programmes whose participation the caller may see.</summary>
    public static void Check(string text, ParticipationRights rights, Moment? asOf)
    {
        if (asOf is not null) throw new ProblemException(Problems.Invalid(Name, "is of the present: it takes no asOf or knownAt."));
        foreach (var (programme, _) in Asked(text)) rights.MustSee(programme);
    }

    public static Expression Test(ParameterExpression view, string text, FilterGround ground) => Asked(text).Select(asked =>
    {
        Expression<Func<long, string, bool>> receives = (family, programme) => ground.Receipts.Any(r => r.HouseholdKey == family && r.HouseholdKey > ground.After && r.Programme == programme
            && r.State == RowState.Standing && r.Period == ground.Periods.Where(p => p.Programme == programme).Max(p => (int?)p.Period));
        Expression<Func<long, string, bool>> doesNot = (family, programme) => ground.Periods.Any(p => p.Programme == programme)
            && !ground.Receipts.Any(r => r.HouseholdKey == family && r.HouseholdKey > ground.After && r.Programme == programme
                && r.State == RowState.Standing && r.Period == ground.Periods.Where(p => p.Programme == programme).Max(p => (int?)p.Period));
        return (asked.Receives ? receives : doesNot).On(
            Expression.Property(view, nameof(HouseholdView.Key)), Keyset.Captured(asked.Programme, typeof(string)));
    }).Aggregate(Expression.OrElse);

    private static IEnumerable<(string Programme, bool Receives)> Asked(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length > 50) throw Bad();
        return parts.Select(part => part.Split(':') switch
        {
            [{ Length: > 0 } programme, Receiving] => (programme, true),
            [{ Length: > 0 } programme, NotReceiving] => (programme, false),
            _ => throw Bad(),
        });
    }

    private static ProblemException Bad() => new(Problems.Invalid(Name, $"a programme with :{Receiving} or :{NotReceiving}, for example PKH:{NotReceiving}; up to 50 by comma."));
}
