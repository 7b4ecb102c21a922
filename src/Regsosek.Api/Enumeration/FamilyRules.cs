using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

/// <summary>The rules of form K about a family as data (E02, E11, E23 to E25, E27, E38, E39). Pure: answers in, broken or not out.</summary>
public static class FamilyRules
{
    public static readonly IReadOnlyList<FamilyRule> All =
    [
        new(Checks.NameLetters, "headName", f => f.Household.HeadName is { } name && !NameKey.IsPlausible(name)),
        new(Checks.NoHead, "", f => f.Head is null),
        new(Checks.DeclaredCount, "declaredMemberCount", f => f.Household.DeclaredMemberCount is { } declared && declared != f.Household.MemberCount),
        new(Checks.HeadName, "headName", f => f.Household.HeadName is { } name && f.Head?.Name is { } listed && !IsSame(name, listed)),
        Received("receivedSembako", h => (h.ReceivedSembakoMonth, h.ReceivedSembakoYear)),
        Received("receivedPkh", h => (h.ReceivedPkhMonth, h.ReceivedPkhYear)),
        Received("receivedBltDesa", h => (h.ReceivedBltDesaMonth, h.ReceivedBltDesaYear)),
        Received("receivedElectricity", h => (h.ReceivedElectricityMonth, h.ReceivedElectricityYear)),
        Received("receivedLocalAid", h => (h.ReceivedLocalAidMonth, h.ReceivedLocalAidYear)),
        Received("receivedFertilizer", h => (h.ReceivedFertilizerMonth, h.ReceivedFertilizerYear)),
        Received("receivedLpg", h => (h.ReceivedLpgMonth, h.ReceivedLpgYear)),
        Powered("hasRefrigerator", h => h.HasRefrigerator),
        Powered("hasAirConditioner", h => h.HasAirConditioner),
        Powered("hasWaterHeater", h => h.HasWaterHeater),
        Powered("hasTelevision", h => h.HasTelevision),
        Powered("hasComputer", h => h.HasComputer),
        new(Checks.Cylinder, "hasGasCylinder", f => f.Household is { HasGasCylinder: { } has, CookingFuel: { } fuel }
            && has == YesNo.Yes != fuel is DomesticFuel.Lpg5Kg or DomesticFuel.Lpg12Kg),
        new(Checks.NotesNeeded, "notes", f => f.Household is { EnumerationResult: > VisitResult.Complete, Notes: null }),
    ];

    private static FamilyRule Powered(string variable, Func<Household, YesNo?> has) => new(Checks.NeedsPower, variable,
        f => f.Household.Lighting == LightingSource.NoElectricity && has(f.Household) == YesNo.Yes);

    private static FamilyRule Received(
        string variable, Func<Household, (short? Month, short? Year)> last) => new(Checks.Receipt, $"{variable}Month", f =>
    {
        if (last(f.Household) is not ({ } month, { } year)) return false;
        var (from, to) = Window(f.VisitedOn);
        return Months(year, month) < from || Months(year, month) > to;
    });

    /// <summary>October 2021 to October 2022 in the round of 2022, as the form prints it; later the year up to the visit.</summary>
    private static (int From, int To) Window(DateOnly visit) => visit.Year <= 2022
        ? (Months(2021, 10), Months(2022, 10))
        : (Months(visit.Year, visit.Month) - 12, Months(visit.Year, visit.Month));

    private static int Months(int year, int month) => (year * 12) + month;

    private static bool IsSame(string name, string listed) =>
        name.Equals(listed, StringComparison.OrdinalIgnoreCase) || NameKey.Of(name) == NameKey.Of(listed);
}
