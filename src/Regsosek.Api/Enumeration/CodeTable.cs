using System.Globalization;
using Regsosek.Api.Reference;

namespace Regsosek.Api.Enumeration;

/// <summary>What each code of a source means on the form. Pure and complete: what is not in the table is not a code.</summary>
internal sealed class CodeTable
{
    private const short NoCode = -1, NotDecided = -2, NoAnswer = -3;
    private readonly short[] _meaning;

    public CodeTable(Variable variable, SourceField field, DataDictionary dictionary)
    {
        short[] onForm = [.. dictionary.CodeLists[variable.CodeList!].Codes.Select(c => (short)c.Value)];
        if (variable.Type == "sum") onForm = [.. Sums(onForm, variable.Max ?? 0).Union(variable.UnknownCodes.Select(c => (short)c))];
        _meaning = [.. Enumerable.Repeat(NoCode, sbyte.MaxValue + 1)];
        foreach (var code in field.Allowed ?? onForm)
            if (onForm.Contains(code)) _meaning[code] = code;
        foreach (var (from, to) in field.Codes) _meaning[short.Parse(from, CultureInfo.InvariantCulture)] = to;
        foreach (var code in field.Undecided) _meaning[code] = NotDecided;
        foreach (var code in field.Blank) _meaning[code] = NoAnswer;
    }

    public CodeReading Read(int code, out short meaning)
    {
        meaning = (uint)code < (uint)_meaning.Length ? _meaning[code] : NoCode;
        return meaning switch
        {
            NoCode => CodeReading.Unknown,
            NotDecided => CodeReading.Undecided,
            NoAnswer => CodeReading.Blank,
            _ => CodeReading.Known,
        };
    }

    private static IEnumerable<short> Sums(short[] flags, int max)
    {
        var all = flags.Where(f => f <= max).Aggregate(0, (sum, flag) => sum | (ushort)flag);
        return Enumerable.Range(0, max + 1).Where(n => (n & ~all) == 0).Select(n => (short)n);
    }
}

internal enum CodeReading
{
    Known,
    Unknown,
    Undecided,
    Blank,
}
