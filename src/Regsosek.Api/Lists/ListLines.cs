using Regsosek.Api.Households;

namespace Regsosek.Api.Lists;

/// <summary>How a list looks as a file: what it begins with, then page after page, and how it ends. What is given holds until the next is asked for.</summary>
public abstract class ListLines : IDisposable
{
    public const string Ndjson = "ndjson", Csv = "csv", Parquet = "parquet";

    /// <summary>Every format there is, with its media type.</summary>
    public static readonly IReadOnlyDictionary<string, string> Formats = new Dictionary<string, string>
    {
        [Ndjson] = HouseholdRows.Ndjson,
        [Csv] = HouseholdRows.Csv,
        [Parquet] = HouseholdRows.Parquet,
    };

    public abstract ReadOnlyMemory<byte> Head();

    public abstract ReadOnlyMemory<byte> Page(IReadOnlyList<ListRow> rows);

    /// <summary>What it ends with.</summary>
    public virtual ReadOnlyMemory<byte> Foot() => default;

    public abstract void Dispose();

    /// <exception cref="Http.ProblemException">What is shown does not fit into such a file.</exception>
    public static ListLines Of(string format, ListShape shape) => format switch
    {
        Csv => new ListCsv(shape),
        Parquet => new ListParquet(shape),
        _ => new ListNdjson(shape),
    };
}
