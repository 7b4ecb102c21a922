using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// Common given names put together at random; in Papua with a marga. Letters and spaces only (E02).
internal static partial class Names
{
    public static string Full(PersonSex sex, string? marga, Chance chance)
    {
        var given = (marga, sex) switch
        {
            (null, PersonSex.Male) => Men,
            (null, _) => Women,
            (_, PersonSex.Male) => PapuanMen,
            _ => PapuanWomen,
        };
        var name = Pick(given, chance);
        if (chance.Happens(marga is null ? 0.8 : 0.25)) name += " " + Second(given, name, chance);
        return marga is null ? name : name + " " + marga;
    }

    public static string Marga(Chance chance) => Pick(Margas, chance);

    public static string Street(Chance chance) => "Jalan " + Pick(Streets, chance);

    private static string Second(string[] given, string first, Chance chance)
    {
        var second = Pick(given, chance);
        return second != first ? second : given[first == given[0] ? 1 : 0];
    }

    private static string Pick(string[] list, Chance chance) => list[chance.Between(0, list.Length - 1)];
}
