using System.Globalization;
using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

/// <summary>The number of a person (NIK): PP KK CC of the first issue, DDMMYY of birth with women's days 40 higher, serial. It
/// has no check digit.</summary>
public static class Nik
{
    private const int WomensDays = 40;

    /// <summary>Trimmed, without spaces, dots and dashes. A number stays text: 16 digits are more than some tools can count.</summary>
    public static string Normalise(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? text : string.Concat(text.Where(c => c is not (' ' or '.' or '-' or '\u00a0')));

    /// <summary>Sixteen digits, not all the same, with a serial.</summary>
    public static bool HasForm(string number) =>
        number.Length == 16 && number.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && number.AsSpan().IndexOfAnyExcept(number[0]) >= 0
        && !number.EndsWith("0000", StringComparison.Ordinal);

    /// <summary>The birth part is a day of some century that has come.</summary>
    public static bool HasDate(string nik, DateOnly today) => IsDay(Day(nik), nik, today);

    /// <summary>Sex and birth date say the same as the number; what is not known does not contradict.</summary>
    public static bool Agrees(string nik, PersonSex? sex, DateOnly? birth)
    {
        var isWoman = Part(nik, 6) > WomensDays;
        if (sex is { } s && s == PersonSex.Female != isWoman) return false;
        return birth is not { } born || (born.Day, born.Month, born.Year % 100) == (Day(nik), Part(nik, 8), Part(nik, 10));
    }

    /// <summary>The district of issue in Kemendagri coding: no proof of residence.</summary>
    public static string District(string number) => $"{number.AsSpan(0, 2)}.{number.AsSpan(2, 2)}.{number.AsSpan(4, 2)}";

    /// <summary>A number that nobody can hold: no regency has a district 99.</summary>
    public static bool IsDemo(string number) => number.AsSpan(4, 2) is "99";

    internal static int Part(string number, int start) => int.Parse(number.AsSpan(start, 2), NumberStyles.None, CultureInfo.InvariantCulture);

    internal static bool IsDay(int day, string number, DateOnly today)
    {
        var (month, year) = (Part(number, 8), Part(number, 10));
        return Is(1900 + year) || Is(2000 + year);

        bool Is(int year) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && new DateOnly(year, month, day) <= today;
    }

    private static int Day(string nik) => Part(nik, 6) is var day && day > WomensDays ? day - WomensDays : day;
}

/// <summary>The number of a family card (nomor KK): region of issue, DDMMYY of recording (not a birth, so nobody's days are
/// shifted), serial.</summary>
public static class FamilyCardNumber
{
    public static bool HasDate(string number, DateOnly today) => Nik.IsDay(Nik.Part(number, 6), number, today);
}
