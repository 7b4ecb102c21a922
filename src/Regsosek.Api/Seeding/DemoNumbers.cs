using System.Runtime.InteropServices;
using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// NIK and KK numbers nobody can hold: district 99 of the regency is assigned to no district.
// The serials of a date are dealt to lanes, 0001 to the first, 0002 to the second and so on: neighbouring seeds, and districts
// of one regency under the same seed, take different lanes and never meet.
internal sealed class DemoNumbers(SeedRequest request)
{
    private const int Lanes = 16;
    private const int LastSerial = 9999;
    private readonly int _lane = Lane(request);
    private readonly Dictionary<(string Regency, int Date), int> _dealt = [];

    public string? Nik(string regency, DateOnly birth, PersonSex? sex) => Deal(regency, Digits(birth) + (sex == PersonSex.Female ? 400_000 : 0));

    public string? Card(string regency, DateOnly recorded) => Deal(regency, Digits(recorded));

    private string? Deal(string regency, int date)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_dealt, (regency, date), out _);
        var serial = (count * Lanes) + _lane + 1;
        if (serial > LastSerial) return null; // past some ten million people of one regency; they are then without a number
        count++;
        return $"{regency}99{date:000000}{serial:0000}";
    }

    private static int Digits(DateOnly date) => (date.Day * 10_000) + (date.Month * 100) + (date.Year % 100);

    // What the code says beyond the regency (91.71.03: 3) moves the lane.
    private static int Lane(SeedRequest request)
    {
        var within = request.Region.Split('.').Skip(2).Sum(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
        return (int)(((long)request.Seed - 1 + within) & (Lanes - 1));
    }
}
