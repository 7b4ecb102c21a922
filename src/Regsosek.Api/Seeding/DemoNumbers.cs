using System.Globalization;
using System.Runtime.InteropServices;
using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// NIK and KK numbers nobody can hold: district 99 of the regency is assigned to no district.
// The serials of a date are dealt to sixteen lanes, 0001 to the first, 0002 to the second and so on. Runs on different lanes never
// meet: neighbouring seeds of one region, and under one seed a province, its regencies and the first districts of each.
internal sealed class DemoNumbers(SeedRequest request)
{
    private const int Lanes = 16;
    private const int ProvinceLane = 12;
    private const int LastSerial = 9999;
    private const int Stride = 7919; // shares no factor with 9999
    private const int Days = 72; // a woman's are 41 to 71
    private const int Months = 13;
    private readonly int _lane = Lane(request);
    private readonly Dictionary<string, short[]> _dealt = [];

    public string? Nik(string regency, DateOnly birth, PersonSex? sex) => Deal(regency, Digits(birth) + (sex == PersonSex.Female ? 400_000 : 0));

    public string? Card(string regency, DateOnly recorded) => Deal(regency, Digits(recorded));

    private string? Deal(string regency, int date)
    {
        // How many of each date: a plain table, because a million families meet every date of a regency.
        ref var dates = ref CollectionsMarshal.GetValueRefOrAddDefault(_dealt, regency, out _);
        ref var count = ref (dates ??= new short[Days * Months * 100])[(date / 10_000 * Months * 100) + (date % 10_000)];
        var serial = (count * Lanes) + _lane + 1;
        if (serial > LastSerial) return null; // past about a million families of one regency: without a number
        count++;
        return $"{regency}99{date:000000}{Shuffled(serial, regency, date):0000}";
    }

    // Serials 0001 to 9999 in an order of each regency and date: in their own order, who knows where and when somebody was born would
    // guess the first. A bijection that no seed moves, so lanes stay apart.
    private static int Shuffled(int serial, string regency, int date) =>
        (int)((((long)(serial - 1) * Stride) + (long)(Chance.Hash($"{regency}{date:000000}") % LastSerial)) % LastSerial) + 1;

    private static int Digits(DateOnly date) => (date.Day * 10_000) + (date.Month * 100) + (date.Year % 100);

    // What the code says beyond the regency (91.71.03: 3) moves the lane.
    private static int Lane(SeedRequest request)
    {
        var parts = request.Region.Split('.');
        var within = parts.Length < 2 ? ProvinceLane : parts.Skip(2).Sum(part => int.Parse(part, CultureInfo.InvariantCulture));
        return (int)(((long)request.Seed - 1 + within) & (Lanes - 1));
    }
}
