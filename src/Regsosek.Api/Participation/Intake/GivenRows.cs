using Regsosek.Data.Participation;

namespace Regsosek.Api.Participation.Intake;

/// <summary>The rows of a delivery, in their order, one at a time; empty ones are passed over.</summary>
internal static class GivenRows
{
    /// <exception cref="UnreadableDeliveryException">It can't be read, or not further.</exception>
    public static IEnumerable<GivenRow> Of(Stream body, DeliveryFormat format) => format switch
    {
        DeliveryFormat.Csv => CsvRows.Of(body),
        DeliveryFormat.Ndjson => NdjsonRows.Of(body),
        _ => XlsxRows.Of(body),
    };

    /// <summary>Which column stands at each place of a header.</summary>
    public static int[] Header(IReadOnlyList<string?> names)
    {
        int[] places = [.. names.Select(name => GivenRow.Find(name?.Trim() ?? ""))];

        // A column is never told by what stands in it: without a header it may be somebody's number.
        if (Array.TrueForAll(places, p => p < 0)) throw new UnreadableDeliveryException(DeliveryFaults.NoHeader);
        if (Array.IndexOf(places, -1) >= 0) throw new UnreadableDeliveryException(DeliveryFaults.UnknownColumn);
        return places.Distinct().Count() == places.Length ? places : throw new UnreadableDeliveryException(DeliveryFaults.ColumnTwice);
    }
}
