using Regsosek.Api.Rules;

namespace Regsosek.Api.Programmes;

/// <summary>The programmes that ship as documents, read and checked once at start.</summary>
public sealed class ProgrammeCatalogue
{
    private readonly Dictionary<string, Programme> _byCode;

    private ProgrammeCatalogue(IEnumerable<Programme> programmes)
    {
        _byCode = programmes.ToDictionary(p => p.Code);
        if (All.SelectMany(p => p.Related).FirstOrDefault(r => Find(r.Programme) is null) is { } stranger)
            throw new RuleException(stranger.Programme, "is no programme that another could be related to");
    }

    public IReadOnlyCollection<Programme> All => _byCode.Values;

    public Programme? Find(string code) => _byCode.GetValueOrDefault(code);

    public ProgrammeVersion? InForce(string code, DateOnly on) => Find(code)?.InForce(on);

    /// <param name="folder">Folder of one document a programme, named by its lower-case code.</param>
    /// <exception cref="RuleException">A document is wrong; the hub does not start with it.</exception>
    public static ProgrammeCatalogue Load(string folder, Facts facts) => new(Directory.EnumerateFiles(folder, "*.json")
        .Where(path => !path.EndsWith(".schema.json", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(path =>
        {
            var programme = ProgrammeJson.Read(File.ReadAllText(path), Path.GetFileName(path), facts);
            var expected = $"{programme.Code.ToLowerInvariant()}.json";
            return Path.GetFileName(path) == expected ? programme : throw new RuleException(path, $"is named {expected}");
        }));
}
