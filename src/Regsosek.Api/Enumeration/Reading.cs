using Regsosek.Api.Reference;

namespace Regsosek.Api.Enumeration;

/// <summary>How one variable of the form is read from a source's fields into its column.</summary>
internal abstract class Reading<T>(string at, int[] places)
{
    /// <summary>The source's field: what a finding points at.</summary>
    protected string Field => at;

    protected int[] Places => places;

    public abstract void Read(in SourceSheet sheet, T row);
}

internal sealed class CodeOf<T>(Variable variable, string at, int[] places, CodeTable codes) : Reading<T>(at, places)
{
    private readonly Action<T, short> _set = Member.Setter<T, short>(variable.Name);
    private readonly Check _outside = variable.Type == "sum" ? Checks.NotASum : Checks.NotOnForm;

    public override void Read(in SourceSheet sheet, T row)
    {
        if (sheet.Answered(Places) is var place && place < 0) return;
        if (!sheet.TryNumber(place, out var code))
        {
            sheet.Add(Checks.NotANumber, Field);
            return;
        }

        switch (codes.Read(code, out var meaning))
        {
            case CodeReading.Known: _set(row, meaning); break;
            case CodeReading.Undecided: sheet.Add(Checks.Undecided, Field); break;
            case CodeReading.Unknown: sheet.Add(_outside, Field); break;
            case CodeReading.Blank: break;
        }
    }
}

internal sealed class NumberOf<T>(Variable variable, string at, int[] places, IReadOnlyList<short> blank) : Reading<T>(at, places)
{
    private readonly Action<T, int> _set = Member.Setter<T, int>(variable.Name);

    // The window of 501 moves with the visit (rule E23), so its years are not a range of the form.
    private readonly (int Min, int Max) _range = variable.Q.EndsWith("_thn", StringComparison.Ordinal)
        ? (1, 9999)
        : (variable.Min ?? int.MinValue, variable.Max ?? int.MaxValue);

    public override void Read(in SourceSheet sheet, T row)
    {
        if (sheet.Answered(Places) is var place && place < 0) return;
        if (!sheet.TryNumber(place, out var number)) sheet.Add(Checks.NotANumber, Field);
        else if (blank.Contains((short)number)) return;
        else if (number < _range.Min || number > _range.Max) sheet.Add(Checks.OutOfRange, Field);
        else _set(row, number);
    }
}

internal sealed class DecimalOf<T>(Variable variable, string at, int[] places) : Reading<T>(at, places)
{
    private readonly Action<T, double> _set = Member.Setter<T, double>(variable.Name);

    public override void Read(in SourceSheet sheet, T row)
    {
        if (sheet.Answered(Places) is var place && place < 0) return;
        if (!sheet.TryDecimal(place, out var number)) sheet.Add(Checks.NotANumber, Field);
        else if (number < variable.Min || number > variable.Max) sheet.Add(Checks.OutOfRange, Field);
        else _set(row, number);
    }
}

internal sealed class DateOf<T>(Variable variable, string at, int[] places) : Reading<T>(at, places)
{
    private const string NoDate = "0000-00-00";   // how MySQL writes an empty date
    private readonly Action<T, DateOnly> _set = Member.Setter<T, DateOnly>(variable.Name);

    public override void Read(in SourceSheet sheet, T row)
    {
        if (sheet.Answered(Places) is var place && place < 0) return;
        if (sheet.TryDate(place, out var date)) _set(row, date);
        else if (sheet.Exact(place)?.StartsWith(NoDate, StringComparison.Ordinal) != true) sheet.Add(Checks.DateImpossible, Field);
    }
}

/// <summary>A date in three fields: day, month, year.</summary>
internal sealed class DatePartsOf<T>(Variable variable, string at, int[] places) : Reading<T>(at, places)
{
    private readonly Action<T, DateOnly> _set = Member.Setter<T, DateOnly>(variable.Name);

    public override void Read(in SourceSheet sheet, T row)
    {
        var answered = 0;
        foreach (var place in Places)
            if (sheet.IsAnswered(place)) answered++;
        if (answered == 0) return;
        if (answered < Places.Length) sheet.Add(Checks.DateIncomplete, Field);
        else if (!sheet.TryNumber(Places[0], out var day) || !sheet.TryNumber(Places[1], out var month) || !sheet.TryNumber(Places[2], out var year))
            sheet.Add(Checks.NotANumber, Field);
        else if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            sheet.Add(Checks.DateImpossible, Field);
        else _set(row, new DateOnly(year, month, day));
    }
}

internal sealed class TextOf<T>(Variable variable, string at, int[] places, Action<T, string>? rest) : Reading<T>(at, places)
{
    private readonly Action<T, string> _set = Member.Setter<T, string>(variable.Name);
    private readonly int _most = variable.MaxLength ?? int.MaxValue;
    private readonly bool _isPadded = variable.Name is "sls" or "subSls";   // a spreadsheet drops the zeros of 0001

    public override void Read(in SourceSheet sheet, T row)
    {
        if (sheet.Answered(Places) is var place && place < 0) return;
        if (sheet.Text(place, Field) is not { } text) return;
        if (rest is not null && text.Length > _most)
        {
            rest(row, text[_most..]);
            text = text[.._most];
        }

        if (text.Length > _most) sheet.Add(Checks.TooLong, Field);
        else _set(row, _isPadded && text.All(char.IsAsciiDigit) ? text.PadLeft(_most, '0') : text);
    }
}
