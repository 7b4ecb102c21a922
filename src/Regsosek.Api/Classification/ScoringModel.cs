namespace Regsosek.Api.Classification;

/// <summary>A published scoring model, read strictly and laid out for speed. Scores name its id, version and hash.</summary>
public sealed class ScoringModel
{
    private ScoringModel(ScoringDocument document, string hash, Scorecard card) => (Document, Hash, Card) = (document, hash, card);

    public ScoringDocument Document { get; }

    public string Id => Document.Model;

    public int Version => Document.Version;

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public string Hash { get; }

    internal Scorecard Card { get; }

    /// <summary>Reads a model and the province table it names; refuses unknown members, a changed table, or a point too few.</summary>
    public static ScoringModel Load(string path)
    {
        var (document, hash) = PublishedFile.Read<ScoringDocument>(path);
        var table = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, document.Provinces.File);
        return new(document, hash, new Scorecard(document, ScorecardProvince.Load(table, document.Provinces.Sha256)));
    }

    /// <summary>Names of the items in <see cref="LineScores.Missing"/>, comma-separated; null when none is missing.</summary>
    public string? NameMissing(int missing) => Names(missing, Card.Items.Length, i => Card.Items[i].Name);

    /// <summary>Codes of the assumptions in <see cref="LineScores.Assumed"/>, comma-separated; null when none was taken.</summary>
    public string? NameAssumed(int assumed) => Names(assumed, Document.Assumptions.Count, i => Document.Assumptions[i].Code);

    private static string? Names(int flags, int count, Func<int, string> name) =>
        flags == 0 ? null : string.Join(',', Enumerable.Range(0, count).Where(i => (flags >> i & 1) == 1).Select(name));
}
