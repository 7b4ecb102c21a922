using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Regsosek.Api.Enumeration;

/// <summary>The fields of one family or member, read as the values a form can hold.</summary>
internal readonly ref struct SourceSheet(ReadOnlySpan<byte> line, ReadOnlySpan<Cell> cells, int member, Faults faults)
{
    private const int NumberDigits = 16;
    private readonly ReadOnlySpan<byte> _line = line;
    private readonly ReadOnlySpan<Cell> _cells = cells;

    public void Add(Check check, string field) => faults.Add(check, field, member);

    /// <summary>The first of the fields that has something.</summary>
    public int Answered(ReadOnlySpan<int> places)
    {
        foreach (var place in places)
            if (IsAnswered(place)) return place;
        return -1;
    }

    public bool IsNumber(int place) => _cells[place].Kind == CellKind.Number;

    /// <summary>A whole number, whether it came as a number or as text: 3, "3", "03", 3.0.</summary>
    public bool TryNumber(int place, out int number)
    {
        number = 0;
        var cell = _cells[place];
        if (cell.Kind is not (CellKind.Number or CellKind.Text)) return false;
        var text = cell.Of(_line).Trim((byte)' ');
        if (text.IndexOf((byte)'.') is var dot && dot > 0 && text[(dot + 1)..].IndexOfAnyExcept((byte)'0') < 0) text = text[..dot];
        return Utf8Parser.TryParse(text, out number, out var used) && used == text.Length;
    }

    public bool TryDecimal(int place, out double number)
    {
        number = 0;
        var cell = _cells[place];
        if (cell.Kind is not (CellKind.Number or CellKind.Text)) return false;
        var text = cell.Of(_line).Trim((byte)' ');
        return Utf8Parser.TryParse(text, out number, out var used) && used == text.Length && double.IsFinite(number);
    }

    /// <summary>Year, month, day with dashes, with or without a time behind.</summary>
    public bool TryDate(int place, out DateOnly date)
    {
        date = default;
        var cell = _cells[place];
        if (cell.Kind != CellKind.Text) return false;
        var text = cell.Of(_line).Trim((byte)' ');
        if (text.Length > 10 && text[10] is (byte)'T' or (byte)' ') text = text[..10];
        Span<char> day = stackalloc char[10];
        return text.Length == 10 && Encoding.ASCII.GetChars(text, day) == 10
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>Trimmed, inner spaces single, control characters gone; null when nothing is left or it is no plain value.</summary>
    public string? Text(int place, string field)
    {
        var cell = _cells[place];
        if (cell.Kind == CellKind.Other) Add(Checks.NotAValue, field);
        if (cell.Kind is CellKind.Null or CellKind.Absent or CellKind.Other) return null;
        var text = Plain(Written(cell));
        if (!HasLongNumber(text)) return text.Length == 0 ? null : text;
        Add(Checks.NumberInText, field);
        return string.Create(text.Length, text, (covered, from) =>
        {
            for (var i = 0; i < covered.Length; i++) covered[i] = char.IsDigit(from[i]) ? '#' : from[i];
        });
    }

    /// <summary>The text as written: for numbers that are sealed, not shown.</summary>
    public string? Exact(int place) =>
        _cells[place] is { Kind: CellKind.Text or CellKind.Escaped or CellKind.Number } cell
            && Written(cell).Trim() is { Length: > 0 } text ? text : null;

    public bool IsAnswered(int place)
    {
        var cell = _cells[place];
        return cell.IsAnswer && (cell.Kind != CellKind.Text || cell.Of(_line).IndexOfAnyExcept((byte)' ') >= 0);
    }

    public static bool HasLongNumber(ReadOnlySpan<char> text)
    {
        var run = 0;
        foreach (var c in text)
        {
            if (c is ' ' or '.' or '-' or '/') continue;   // as numbers are written in groups
            run = char.IsDigit(c) ? run + 1 : 0;
            if (run == NumberDigits) return true;
        }

        return false;
    }

    private string Written(Cell cell)
    {
        if (cell.Kind != CellKind.Escaped) return Encoding.UTF8.GetString(cell.Of(_line));
        var json = new Utf8JsonReader(_line.Slice(cell.Start - 1, cell.Length + 2));
        json.Read();
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException e)   // half a surrogate pair
        {
            throw new JsonException(null, e);
        }
    }

    private static string Plain(string text)
    {
        var isPlain = true;
        for (var i = 0; i < text.Length && isPlain; i++)
            isPlain = !IsGap(text[i]) || (text[i] == ' ' && i > 0 && i < text.Length - 1 && !IsGap(text[i + 1]));
        return isPlain ? text : string.Join(' ', text.Split([.. text.Where(IsGap).Distinct()], StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || char.IsControl(c);
}
