using Regsosek.Api.Enumeration;

namespace Regsosek.Api.Participation.Intake;

/// <summary>How alike two names are, from 0 to 1: Jaro and Winkler's measure over names without titles, the spellings of Muhammad alike. From
/// <see cref="Alike"/> on they are taken for one.</summary>
internal static class NameSimilarity
{
    public const double Alike = 0.85;
    private const double OfPrefix = 0.1;
    private const int Prefix = 4;

    public static bool AreAlike(string? one, string? other) => Of(one, other) >= Alike;

    public static double Of(string? one, string? other)
    {
        var (a, b) = (NameKey.Of(one), NameKey.Of(other));
        if (a.Length == 0 || b.Length == 0) return 0;
        if (a == b) return 1;
        var jaro = Jaro(a, b);
        var same = 0;
        while (same < Prefix && same < a.Length && same < b.Length && a[same] == b[same]) same++;
        return jaro + (same * OfPrefix * (1 - jaro));
    }

    private static double Jaro(string a, string b)
    {
        var window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        Span<bool> inA = stackalloc bool[a.Length], inB = stackalloc bool[b.Length];
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j < Math.Min(b.Length, i + window + 1); j++)
            {
                if (inB[j] || a[i] != b[j]) continue;
                (inA[i], inB[j]) = (true, true);
                matches++;
                break;
            }
        }

        if (matches == 0) return 0;
        var turned = 0;
        for (int i = 0, j = 0; i < a.Length; i++)
        {
            if (!inA[i]) continue;
            while (!inB[j]) j++;
            if (a[i] != b[j++]) turned++;
        }

        double m = matches;
        return ((m / a.Length) + (m / b.Length) + ((m - (turned / 2)) / m)) / 3;
    }
}
