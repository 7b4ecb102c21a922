using System.Globalization;
using Regsosek.Api.Enumeration;
using Regsosek.Api.Rules;

namespace Regsosek.Api.Registers.Intake;

/// <summary>What a line says of one person. A fact with null is taken back.</summary>
internal sealed record RegisterRow(string Nik, DateOnly ObservedOn, IReadOnlyList<(string Fact, Value? Value)> Facts);

/// <summary>Reads a line's cells; the first that is wrong is told, without its value.</summary>
internal sealed class RegisterRows(IReadOnlyList<string> declared, Facts facts, DateOnly today)
{
    public (RegisterRow? Row, (string At, string Says)? Fault) Read(RegisterLine line)
    {
        if (line.Cells is not { } cells) return (null, ("", "is no line of the declared columns"));
        if (cells.Keys.FirstOrDefault(c => c is not (RegisterLines.Nik or RegisterLines.ObservedOn) && !declared.Contains(c)) is not null)
            return (null, ("", "has a member that is not declared"));
        var nik = Nik.Normalise(cells.GetValueOrDefault(RegisterLines.Nik) ?? "");
        if (!Nik.HasForm(nik)) return (null, (RegisterLines.Nik, "is no NIK: 16 digits"));
        var on = today;
        if (cells.GetValueOrDefault(RegisterLines.ObservedOn) is { } day
            && (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out on) || on > today))
            return (null, (RegisterLines.ObservedOn, "is no day up to today, as 2026-01-31"));
        var values = new List<(string, Value?)>();
        foreach (var name in declared.Where(cells.ContainsKey))
        {
            var (value, says) = cells[name] is { } cell ? Parse(facts.Find(ExternalFacts.Prefix + name)!.Type, cell.Trim()) : (null, null);
            if (says is not null) return (null, (name, says));
            values.Add((name, value));
        }

        return (new(nik, on, values), null);
    }

    private static (Value? Value, string? Says) Parse(FactType type, string cell) => type switch
    {
        FactType.Number => double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? (Value.Of(number), null) : (null, "is no number such as 0.5"),
        FactType.Flag => cell.ToLowerInvariant() switch
        {
            "true" or "1" or "ya" => (Value.Of(1d), null),
            "false" or "0" or "tidak" => (Value.Of(0d), null),
            _ => (null, "is neither true nor false"),
        },
        _ => cell.Length is > 0 and <= 60 && !cell.Any(char.IsControl) ? (Value.Of(cell.ToLowerInvariant()), null) : (null, "is a text of up to 60 letters"),
    };
}
