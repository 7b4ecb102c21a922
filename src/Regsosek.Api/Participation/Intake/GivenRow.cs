using System.Text.Json;

namespace Regsosek.Api.Participation.Intake;

/// <summary>What a delivery may say of a recipient.</summary>
internal enum Given
{
    Nik,
    FamilyCard,
    Period,
    Amount,
    Name,
    BirthDate,
    Region,
}

/// <summary>One row as it came, whatever the format.</summary>
/// <param name="Line">Its place in the file, from 1; a header is not counted.</param>
/// <param name="Cells">A text for each <see cref="Given"/>; null where nothing stands.</param>
/// <param name="Fault">What was already wrong with it (<see cref="RowFaults"/>).</param>
internal sealed record GivenRow(long Line, string?[] Cells, string? Fault = null)
{
    public const int LongestCell = 200;

    /// <summary>The names of the columns, in every format.</summary>
    public static readonly IReadOnlyList<string> Columns = [.. Enum.GetNames<Given>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public string? this[Given what] => Cells[(int)what];

    public bool IsEmpty => Fault is null && Array.TrueForAll(Cells, c => c is null);

    /// <summary>The row as bytes, to be kept.</summary>
    public byte[] Content => JsonSerializer.SerializeToUtf8Bytes(Cells);

    /// <summary>Which column has this name; -1 for none.</summary>
    public static int Find(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i] == name) return i;
        return -1;
    }

    /// <summary>A cell as text: trimmed, null when empty.</summary>
    public static string? Text(string? cell) => cell?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Two numbers stand for persons: as a number a spreadsheet keeps 15 of their 16 digits.</summary>
    public static bool IsNumberOfPersons(int column) => column is (int)Given.Nik or (int)Given.FamilyCard;
}

/// <summary>Why a row is rejected: codes of the contract, told in docs/participation.md.</summary>
internal static class RowFaults
{
    public const string NotReadable = "not-readable", UnknownField = "unknown-field", TooLong = "too-long", NumberAsNumber = "number-as-number",
        RecipientMissing = "recipient-missing", NikForm = "nik-form", NikDate = "nik-date", CardForm = "card-form",
        PeriodMissing = "period-missing", PeriodForm = "period-form", PeriodToCome = "period-to-come", AmountForm = "amount-form",
        BirthDateForm = "birth-date-form", RegionForm = "region-form", Repeated = "repeated";
}

/// <summary>Why a whole delivery can't be read: codes of the contract.</summary>
internal static class DeliveryFaults
{
    public const string NoHeader = "no-header", UnknownColumn = "unknown-column", ColumnTwice = "column-twice", NotReadable = "not-readable", TooLarge = "too-large";
}

/// <summary>Nothing of a delivery can be read, or nothing further.</summary>
internal sealed class UnreadableDeliveryException(string fault) : Exception
{
    public string Fault => fault;
}
