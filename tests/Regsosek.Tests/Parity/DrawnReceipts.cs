using Regsosek.Data.Households;
using Regsosek.Data.Participation;

namespace Regsosek.Tests.Parity;

/// <content>Rows of deliveries: in force, replaced and rejected ones, of families and of members, of some who left, in periods that are told of and in one that
/// no finished delivery tells of yet.</content>
internal sealed partial class DrawnData
{
    public static readonly string[] Delivered = ["PKH", "SEMBAKO", "PIP", "BLT-DD"];
    private static readonly Dictionary<int, string> Periods = new() { [2025091] = "2025-Q3", [2025100] = "2025-10", [2025121] = "2025-Q4", [2025120] = "2025-12", [2026010] = "2026-01" };

    public static string PeriodOf(int number) => Periods[number];

    private void Receipts()
    {
        foreach (var programme in Delivered.Where(_ => Chance(80)))
            foreach (var period in Periods.Keys.Where(_ => Chance(60))) stored.Periods.Add(new() { Programme = programme, Period = period });
        foreach (var family in stored.Families.Where(_ => Chance(70)))
            for (var i = random.Next(1, 5); i > 0; i--) stored.Receipts.Add(Receipt(family));
    }

    private DeliveredRow Receipt(Household family)
    {
        // Of the periods told of mostly the latest: the status stands on it.
        var told = stored.Periods.Count > 0 && Chance(60) ? stored.Periods.MaxBy(p => (Chance(80), p.Period, p.Programme)) : null;
        var row = new DeliveredRow
        {
            Key = nextKey(),
            DeliveryKey = 1,
            Line = stored.Receipts.Count + 1,
            Programme = told?.Programme ?? Of(Delivered),
            Period = told?.Period ?? Of([.. Periods.Keys]),
            State = Chance(65) ? RowState.Standing : Chance(60) ? RowState.Replaced : RowState.Rejected,
            Amount = Chance(80) ? random.Next(1, 10) * 100_000L : null,
            HouseholdKey = family.Key,
            PersonKey = Chance(50) ? (Chance(85) && family.Members.Count > 0 ? Of(family.Members) : stored.Families[0].Members.FirstOrDefault())?.Key : null,
            RecordedAt = Learned(),
        };
        if (row.State == RowState.Replaced) row.ReplacedAt = Learned();
        return row;
    }
}
