using System.Globalization;
using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// Blocks I and II: the place, the family card, the officers and the first view of the family's welfare.
internal static class Interview
{
    private const int CardDays = 12 * 365;
    private const int SlsPerEnumerator = 3;
    private const int SlsPerSupervisor = 18;

    private static readonly Ladder<FieldWelfare> Views = new(FieldWelfare.NotPoor, (FieldWelfare.VeryPoor, -1.7), (FieldWelfare.Poor, -0.8));
    private static readonly Odds<FamilyCardMatch> Cards = new(
        (FamilyCardMatch.AsPrinted, 94), (FamilyCardMatch.ParentFamily, 3), (FamilyCardMatch.SplitOffFamily, 3));

    public static void Record(FamilyDraft family, DateOnly reference, DemoNumbers numbers, Chance chance)
    {
        var door = family.Door;
        var visit = family.Visit;
        family.Sls = Digits(door.Sls, 4);
        family.SubSls = "00";
        family.SlsName = $"RT {Digits(((door.Sls - 1) % 5) + 1, 3)} RW {Digits(((door.Sls - 1) / 5) + 1, 3)}";
        family.Address = $"{Street(family)} Nomor {door.Number}";
        family.BuildingNumber = (short)door.Number;
        family.FamilyNumber = (short)door.Family;
        family.FieldView = Views.At(family.Welfare + (0.45 * chance.Normal()));
        family.DeclaredMemberCount = (short)family.Members.Count;
        family.LandmarkId = Digits(door.Sls % 1000, 3) + Digits(door.Number, 3);
        var recorded = visit.AddDays(-chance.Between(10, CardDays));
        if (!chance.Leans(-3.2 - family.Welfare)) family.FamilyCard = numbers.Card(family.Village.Regency, recorded);
        family.FamilyCardCode = Cards.Draw(chance);
        family.EnumeratedOn = visit;
        family.CheckedOn = Earlier(visit.AddDays(chance.Between(0, 4)), reference);
        family.EnumerationResult = VisitResult.Complete;
        Officers(family);
    }

    // One officer for a few neighbouring SLS: the same name whoever of them is visited.
    private static void Officers(FamilyDraft family)
    {
        var (enumerator, supervisor) = ((family.Door.Sls - 1) / SlsPerEnumerator, (family.Door.Sls - 1) / SlsPerSupervisor);
        family.EnumeratorName = Officer(family, enumerator, 2);
        family.EnumeratorCode = Digits((enumerator % 9999) + 1, 4);
        family.SupervisorName = Officer(family, supervisor, 3);
        family.SupervisorCode = Digits((supervisor % 999) + 1, 3);
    }

    private static string Officer(FamilyDraft family, int number, ulong office)
    {
        var chance = Chance.Of(family.Village.Hash + office, number);
        return Names.Full(chance.Happens(0.5) ? PersonSex.Female : PersonSex.Male, null, chance);
    }

    private static string Street(FamilyDraft family) => Names.Street(Chance.Of(family.Village.Hash, family.Door.Sls));

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static string Digits(int number, int width) => number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
}
