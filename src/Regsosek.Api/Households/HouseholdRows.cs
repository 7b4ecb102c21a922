using Regsosek.Api.Http;

namespace Regsosek.Api.Households;

/// <summary>How a list of families looks as a file: what it begins with, then page after page, and how it ends. What is given holds until the next is asked for.</summary>
public abstract class HouseholdRows : IDisposable
{
    public const string Ndjson = "application/x-ndjson", Csv = "text/csv", Parquet = "application/vnd.apache.parquet";

    public abstract string MediaType { get; }

    public abstract ReadOnlyMemory<byte> Head();

    public abstract ReadOnlyMemory<byte> Page(IReadOnlyList<HouseholdView> families);

    /// <summary>What it ends with.</summary>
    public virtual ReadOnlyMemory<byte> Foot() => default;

    public abstract void Dispose();

    /// <exception cref="ProblemException">What is selected does not fit into such a file.</exception>
    public static HouseholdRows Of(string type, Selection selection) => type switch
    {
        Ndjson => new HouseholdNdjson(selection),
        Csv => new HouseholdCsv(selection),
        Parquet => new HouseholdParquet(selection),
        _ => throw new ProblemException(Problems.NotAcceptable),
    };
}
