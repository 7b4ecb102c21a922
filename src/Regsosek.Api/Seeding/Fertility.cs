namespace Regsosek.Api.Seeding;

// Ages of the children a woman bore, eldest first.
internal static class Fertility
{
    private const int LastAtAge = 44;

    public static List<int> Births(int mother, FamilyDraft family, Chance chance)
    {
        var wanted = chance.Happens(0.05) ? 0 : Wanted(mother, family, chance);
        var at = First(family, chance);
        var ages = new List<int>();
        while (ages.Count < wanted && at <= Math.Min(mother, LastAtAge))
        {
            ages.Add(mother - at);
            if (chance.Happens(0.008)) ages.Add(mother - at);
            at += chance.Between(2, 5);
        }
        return ages;
    }

    public static bool StaysHome(int age, Chance chance) => chance.Happens(age switch
    {
        < 15 => 0.99,
        < 19 => 0.93,
        < 23 => 0.75,
        < 28 => 0.5,
        < 35 => 0.25,
        _ => 0.12,
    });

    private static int First(FamilyDraft family, Chance chance) =>
        Math.Clamp((int)(23.5 + (1.3 * family.Learning) + (3.2 * chance.Normal())), 17, 38);

    private static double Wanted(int mother, FamilyDraft family, Chance chance) =>
        2.35 - (0.3 * family.Learning) + (family.IsPapuan ? 0.6 : 0) + (0.02 * Math.Max(0, mother - 42)) + chance.Normal();
}
