using System.Globalization;

namespace Regsosek.Data.Participation;

/// <summary>A period of aid: a month, 2026-01, or a quarter, 2026-Q1. As a number it is the last month, and 1 behind it for a quarter, so that the later
/// is the greater.</summary>
public static class Periods
{
    private const int Earliest = 2000;

    /// <summary>Null when the text is no period from 2000 on.</summary>
    public static int? Parse(string text)
    {
        if (text.Length != 7 || text[4] != '-' || !TryNumber(text.AsSpan(0, 4), out var year) || year < Earliest) return null;
        if (text[5] == 'Q') return text[6] is >= '1' and <= '4' ? Number(year, 3 * (text[6] - '0'), quarter: true) : null;
        return TryNumber(text.AsSpan(5, 2), out var month) && month is >= 1 and <= 12 ? Number(year, month, quarter: false) : null;
    }

    public static string Text(int period)
    {
        var (year, month) = (period / 1000, period / 10 % 100);
        return period % 10 == 1 ? $"{year:0000}-Q{month / 3}" : $"{year:0000}-{month:00}";
    }

    /// <summary>The first day.</summary>
    public static DateOnly Begins(int period) => new(period / 1000, (period / 10 % 100) - (period % 10 == 1 ? 2 : 0), 1);

    /// <summary>The last day.</summary>
    public static DateOnly Ends(int period) => new DateOnly(period / 1000, period / 10 % 100, 1).AddMonths(1).AddDays(-1);

    private static int Number(int year, int last, bool quarter) => (year * 1000) + (last * 10) + (quarter ? 1 : 0);

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
