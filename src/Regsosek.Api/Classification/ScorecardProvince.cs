using System.Text;

namespace Regsosek.Api.Classification;

/// <summary>A province of today and the province whose points it reads.</summary>
/// <param name="Note">Written only where the points were estimated for a larger province of an earlier division.</param>
internal sealed record ScorecardProvince(string Kemendagri, string Scorecard, string Name, string Note)
{
    private const string Header = "kemendagri,scorecard,name,note";

    public static IReadOnlyList<ScorecardProvince> Load(string path, out string sha256)
    {
        var bytes = PublishedFile.ReadBytes(path);
        sha256 = PublishedFile.HashOf(bytes);

        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines[0] != Header) throw new InvalidDataException($"{path} does not begin with {Header}.");
        return [.. lines.Skip(1).Select(line => line.Split(',', 4)).Select(cell => new ScorecardProvince(cell[0], cell[1], cell[2], cell[3]))];
    }
}
