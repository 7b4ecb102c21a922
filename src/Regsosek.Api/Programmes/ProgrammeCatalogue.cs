using System.Text.Json;
using Regsosek.Api.Rules;
using Regsosek.Data.Programmes;

namespace Regsosek.Api.Programmes;

/// <summary>The programmes: those that ship as documents, read and checked once at start, and what their ministries published since.</summary>
public sealed class ProgrammeCatalogue
{
    private static readonly JsonDocumentOptions Whole = new() { AllowDuplicateProperties = false };

    private readonly Facts _facts;
    private readonly Dictionary<string, Programme> _shipped;
    private volatile Dictionary<string, Programme> _byCode;

    private ProgrammeCatalogue(IEnumerable<Programme> programmes, Facts facts)
    {
        _facts = facts;
        _shipped = _byCode = programmes.ToDictionary(p => p.Code);
        if (All.SelectMany(p => p.Related).FirstOrDefault(r => Find(r.Programme) is null) is { } stranger)
            throw new RuleException(stranger.Programme, "is no programme that another could be related to");
    }

    public IReadOnlyCollection<Programme> All => _byCode.Values;

    public Programme? Find(string code) => _byCode.GetValueOrDefault(code);

    public ProgrammeVersion? InForce(string code, DateOnly on) => Find(code)?.InForce(on);

    /// <summary>A version as its ministry wrote it, read as strictly as those that ship: once a period of equal figures.</summary>
    /// <exception cref="RuleException">It says something that the hub can't do.</exception>
    public IReadOnlyList<ProgrammeVersion> Read(Programme programme, string document)
    {
        try
        {
            using var json = JsonDocument.Parse(document, Whole);
            return ProgrammeJson.Periods(programme.Code, programme.Unit, json.RootElement.Clone(), "", _facts);
        }
        catch (JsonException fault)
        {
            throw new RuleException("", fault.Message);
        }
    }

    /// <summary>Takes up all that ministries published, in the order of their days. A version comes into force on a later day than it was published, so
    /// every node has it by then.</summary>
    /// <exception cref="RuleException">A version is none for this version of the hub, or was altered.</exception>
    public void Take(IEnumerable<ProgrammeDocument> published)
    {
        var all = new Dictionary<string, Programme>(_shipped);
        foreach (var later in published.Select(Read).OrderBy(v => v[0].ValidFrom)) all[later[0].Programme] = all[later[0].Programme].With(later);
        _byCode = all;
    }

    private IReadOnlyList<ProgrammeVersion> Read(ProgrammeDocument row)
    {
        if (!_shipped.TryGetValue(row.Programme, out var programme)) throw new RuleException(row.Programme, "is no programme of this version of the hub");
        var versions = Read(programme, row.Document);
        return versions[0].Hash == row.Hash ? versions : throw new RuleException($"{row.Programme}@{row.Version}", "was altered in the database");
    }

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
        }), facts);
}
