using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Regsosek.Api.Enumeration;

/// <summary>Names as they are compared: upper case, without titles, the spellings of Muhammad alike. Never stored or shown.</summary>
public static class NameKey
{
    private static readonly FrozenSet<string> Titles =
        ["H", "HJ", "KH", "DR", "DRS", "DRA", "IR", "PROF", "SPD", "SPDI", "SAG", "SH", "SE", "ST", "SSOS", "SKM",
        "SKOM", "SIP", "SSI", "SKEP", "AMD", "AMK", "MPD", "MSI", "MM", "MH", "MKES"];

    private static readonly FrozenSet<string> Muhammads = ["M", "MOH", "MOHD", "MUH", "MHD", "MOHAMAD", "MOHAMMAD", "MUHAMAD", "MUHAMMAD",
        "MUHAMMED", "MOCH", "MOCHAMAD", "MOCHAMMAD"];

    public static string Of(string? name)
    {
        if (name is null) return "";
        var words = Letters(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where(w => !Titles.Contains(w)).Select(w => Muhammads.Contains(w) ? "M" : w);
        return string.Join(' ', kept);
    }

    /// <summary>Letters of any script and what real names carry besides: spaces, dots, commas, hyphens, apostrophes, a slash.</summary>
    public static bool IsPlausible(string name)
    {
        foreach (var c in name)
            if (!char.IsLetter(c) && c is not (' ' or '.' or ',' or '-' or '\'' or '’' or '`' or '/') && !IsAccent(c)) return false;
        return true;

        static bool IsAccent(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
    }

    private static string Letters(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetter(c)) text.Append(char.ToUpperInvariant(c));
            else if (c is ' ' or ',' or '-' or '/') text.Append(' ');   // a dot or an apostrophe joins: S.Pd., Ma'ruf
        }

        return text.ToString();
    }
}
