using Regsosek.Data.Cases;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Parity;

/// <content>Cases of families and of members, some of whom have left; open, overdue and closed in every way.</content>
internal sealed partial class DrawnData
{
    private void Cases()
    {
        foreach (var family in stored.Families.Where(_ => Chance(60)))
            foreach (var programme in Delivered.Where(_ => Chance(35))) stored.Cases.Add(Case(family, programme));
    }

    private TargetingCase Case(Household family, string programme)
    {
        var one = new TargetingCase
        {
            Key = nextKey(),
            Id = Guid.CreateVersion7(),
            Programme = programme,
            Kind = Of(Enum.GetValues<CaseKind>()),
            HouseholdKey = family.Key,
            PersonKey = Chance(50) ? (Chance(80) && family.Members.Count > 0 ? Of(family.Members) : stored.Families[0].Members.FirstOrDefault())?.Key ?? 0 : 0,
            State = Chance(60) ? CaseState.Open : CaseState.Closed,
            Owner = Chance(80) ? Of(["kemensos", "pemkot-jayapura"]) : null,
            OpenedAt = Learned(),
            Openings = random.Next(1, 4),
            DueOn = stored.Today.AddDays(random.Next(-2, 3)),
            Version = random.Next(1, 5),
        };
        if (one.Kind == CaseKind.Reactivation) one.Ground = Of(Enum.GetValues<CaseGround>());
        else one.Period = Of([.. Periods.Keys]);
        if (one.State == CaseState.Open) return one;
        (one.Outcome, one.ClosedAt) = (Of(Enum.GetValues<CaseOutcome>()), Learned());
        if (one.Outcome != CaseOutcome.ResolvedByData) (one.ClosedBy, one.Note) = ("kemensos", "other");
        if (one.Outcome == CaseOutcome.Removed) one.ObjectBy = stored.Today.AddDays(14);
        return one;
    }
}
