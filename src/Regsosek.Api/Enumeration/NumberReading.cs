using System.Globalization;

namespace Regsosek.Api.Enumeration;

/// <summary>A number that may be kept.</summary>
internal readonly record struct NumberRead(string Number, bool IsDemo);

/// <summary>Reads a NIK or the number of a family card: form, date, demonstration and district, in this order.</summary>
internal static class NumberReading
{
    private const long ExactInJavaScript = 9_007_199_254_740_991;

    /// <summary>The normalised number; null when there is none, or none that may be kept.</summary>
    public static NumberRead? Read(
        in SourceSheet sheet, ReadOnlySpan<int> places, ImportTerms terms, Places regions, Func<string, DateOnly, bool> hasDate, string field)
    {
        if (sheet.Answered(places) is var place && place < 0) return null;
        var number = Nik.Normalise(sheet.Exact(place) ?? "?");
        if (number.Length == 0) return null;
        if (!Nik.HasForm(number)) return Refuse(sheet, Checks.NumberForm, field);
        if (!hasDate(number, terms.Today)) return Refuse(sheet, Checks.NumberDate, field);
        var isDemo = Nik.IsDemo(number);
        if (isDemo && !terms.AllowDemo) return Refuse(sheet, Checks.DemoNumber, field);
        if (!isDemo && !regions.HasDistrict(number)) sheet.Add(Checks.NumberRegion, field);
        if (sheet.IsNumber(place) && long.Parse(number, CultureInfo.InvariantCulture) > ExactInJavaScript) sheet.Add(Checks.NumberAsNumber, field);
        return new(number, isDemo);
    }

    private static NumberRead? Refuse(in SourceSheet sheet, Check check, string field)
    {
        sheet.Add(check, field);
        return null;
    }
}
