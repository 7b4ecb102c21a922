namespace Regsosek.Api.Seeding;

// SplitMix64. System.Random may change between versions of .NET, and Math.Exp or Math.Cos between machines:
// here is only integer arithmetic and + - * / Sqrt, so that a seed gives the same bytes everywhere.
internal sealed class Chance(ulong state)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    public static Chance Of(ulong seed, long index) => new(Mix(Mix(seed + Step) + ((ulong)index * Step)));

    public static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in text) hash = (hash ^ letter) * 0x100000001B3;
        return hash;
    }

    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int Between(int low, int high) => low + (int)(((Next() >> 32) * (ulong)(high - low + 1)) >> 32);

    public bool Happens(double share) => Share() < share;

    // One half at 0, about 0.85 at 1 and 0.95 at 2: a logistic curve without Exp.
    public bool Leans(double towards) => Happens(0.5 + (0.5 * towards / Math.Sqrt(1 + (towards * towards))));

    // The sum of four shares, near enough to the bell curve: mean 0, deviation 1, never beyond 3.5.
    public double Normal() => (Share() + Share() + Share() + Share() - 2) * 1.7320508075688772;

    private ulong Next() => Mix(state += Step);

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
