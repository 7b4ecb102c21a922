using System.Globalization;
using Regsosek.Api.Enumeration;
using Regsosek.Api.Http;
using Regsosek.Data.Participation;
using Column = Regsosek.Api.Participation.Intake.Given;
using Numbers = Regsosek.Api.Enumeration.Nik;

namespace Regsosek.Api.Participation.Intake;

/// <summary>A row whose values are read and checked; <see cref="Fault"/> says why it can't be taken in.</summary>
internal sealed record ReadRow(GivenRow Given)
{
    public string? Fault { get; init; }
    public string? Nik { get; init; }
    public string? Card { get; init; }
    public int Period { get; init; }
    public long? Amount { get; init; }
    public string? Name { get; init; }
    public DateOnly? BirthDate { get; init; }

    /// <summary>The village.</summary>
    public string? Region { get; init; }

    public RecipientKind Kind => Nik is not null ? RecipientKind.Nik : Card is not null ? RecipientKind.FamilyCard : RecipientKind.Name;

    /// <summary>What names the recipient: of one recipient and period a programme has one row in force.</summary>
    public string Recipient => Nik ?? Card ?? $"{NameKey.Of(Name)}|{BirthDate:yyyy-MM-dd}|{Region}";

    /// <param name="period">Of rows that name none.</param>
    public static ReadRow Of(GivenRow given, int? period, DateOnly today)
    {
        var (nik, card) = (Number(given[Column.Nik]), Number(given[Column.FamilyCard]));
        var row = new ReadRow(given)
        {
            Nik = nik,
            Card = card,
            Period = given[Column.Period] is { } text ? Periods.Parse(text) ?? 0 : period ?? 0,
            Amount = Rupiah(given[Column.Amount]),
            Name = given[Column.Name],
            BirthDate = Day(given[Column.BirthDate]),
            Region = given[Column.Region],
        };
        return row with { Fault = given.Fault ?? row.FaultOf(today) };
    }

    private string? FaultOf(DateOnly today)
    {
        if (Nik is not null && !Numbers.HasForm(Nik)) return RowFaults.NikForm;
        if (Nik is not null && !Numbers.HasDate(Nik, today)) return RowFaults.NikDate;
        if (Card is not null && !Numbers.HasForm(Card)) return RowFaults.CardForm;
        if (BirthDate is null ? Given[Column.BirthDate] is not null : BirthDate > today) return RowFaults.BirthDateForm;
        if (Region is not null && !IsVillage(Region)) return RowFaults.RegionForm;
        if (Nik is null && Card is null && (Name is null || BirthDate is null || Region is null || NameKey.Of(Name).Length == 0)) return RowFaults.RecipientMissing;
        if (Period == 0) return Given[Column.Period] is null ? RowFaults.PeriodMissing : RowFaults.PeriodForm;
        if (Periods.Begins(Period) > today) return RowFaults.PeriodToCome;
        return Amount is null && Given[Column.Amount] is not null ? RowFaults.AmountForm : null;
    }

    private static string? Number(string? cell) => cell is null ? null : Numbers.Normalise(cell) is { Length: > 0 } number ? number : null;

    private static DateOnly? Day(string? cell) =>
        DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static long? Rupiah(string? cell) =>
        cell is { Length: <= 15 } && long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static bool IsVillage(string code) => code.Length == 13 && RegionParameter.IsCode(code);
}
