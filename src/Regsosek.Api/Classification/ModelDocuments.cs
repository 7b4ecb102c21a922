using System.Text.Json;
using System.Text.RegularExpressions;
using Regsosek.Api.Reference;

namespace Regsosek.Api.Classification;

/// <summary>Reads model documents: strictly, with everything that is wrong at once, into models that score.</summary>
public sealed partial class ModelDocuments
{
    /// <summary>The table that leads today's provinces to those of a scorecard; a document names it and its hash, and no other file.</summary>
    private const string ProvinceTable = "../regions/bps-provinces.csv";

    private static readonly JsonSerializerOptions Strict =
        new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, MaxDepth = 32 };

    private readonly string folder;
    private readonly DataDictionary dictionary;
    private readonly Lazy<IReadOnlySet<string>> regions;

    /// <param name="schema">The folder of the reference documents.</param>
    public ModelDocuments(string schema, DataDictionary dictionary)
    {
        (folder, this.dictionary) = (schema, dictionary);
        regions = new(() => File.ReadLines(Path.Combine(schema, "regions", "regions.csv")).Select(line => line.Split(',', 2)[0])
            .Where(code => code.Length is 2 or 5).ToHashSet());
    }

    /// <summary>The documents that ship with the hub, by their path.</summary>
    public IEnumerable<string> Shipped => Directory.EnumerateFiles(Path.Combine(folder, "scoring"), "*.json")
        .Where(path => !path.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <exception cref="ModelRefusedException">It is no scoring model.</exception>
    public ScoringModel Load(string path) => Read(PublishedFile.ReadBytes(path));

    /// <param name="utf8">The document byte for byte: its hash is its name.</param>
    /// <exception cref="ModelRefusedException">It is no scoring model.</exception>
    public ScoringModel Read(byte[] utf8)
    {
        var faults = new ModelFaults();
        var hash = PublishedFile.HashOf(utf8);
        ScoringModel? model = null;
        if (Kind(utf8) == LinearPmtModel.KindName)
        {
            var document = Parse<PmtDocument>(utf8);
            Header(document, faults);
            model = Pmt(document, hash, faults);
        }
        else
        {
            var document = Parse<ScoringDocument>(utf8);
            Header(document, faults);
            model = Card(document, hash, faults);
        }

        faults.Throw();
        return model ?? throw new InvalidOperationException("A document without a fault is a model.");
    }

    private ScorecardModel? Card(ScoringDocument document, string hash, ModelFaults faults)
    {
        var conditions = new FormConditions(dictionary, faults);
        var layout = new ScorecardLayout(document, conditions, faults);
        var items = layout.Items(document.Provinces is null ? [] : Provinces(document.Provinces, faults));
        if (faults.Any) return null;
        var best = document.Lines.Select((line, at) => (line, at, best: layout.Best(at))).ToList();
        foreach (var (line, at, sum) in best)
            faults.Expect(line.Maximum == sum, $"/lines/{at}/maximum", $"is the sum of the best answers, which is {sum}.");
        return faults.Any ? null : new(document, hash, new(document, items), new(ModelInputs.Of(document), conditions.Used), layout.Given);
    }

    private LinearPmtModel? Pmt(PmtDocument document, string hash, ModelFaults faults)
    {
        var conditions = new FormConditions(dictionary, faults);
        var layout = new PmtLayout(document, conditions, faults);
        var (values, lines) = (layout.Values(), layout.Lines(() => regions.Value));
        return faults.Any ? null : new(document, hash, values, lines, new(ModelInputs.Of(document), conditions.Used));
    }

    private IReadOnlyList<ScorecardProvince> Provinces(ScoringProvinces asked, ModelFaults faults)
    {
        if (!faults.Expect(asked.File == ProvinceTable, "/provinces/file", $"is {ProvinceTable}.")) return [];
        var table = ScorecardProvince.Load(Path.Combine(folder, "regions", "bps-provinces.csv"), out var hash);
        return faults.Expect(hash == asked.Sha256, "/provinces/sha256", "is not the hash of the table.") ? table : [];
    }

    private static void Header(ModelDocument document, ModelFaults faults)
    {
        faults.Slug(document.Model, "/model");
        faults.Expect(document.Version >= 1, "/version", "is 1 or more.");
        faults.Said(document.Label, "/label");
        faults.Said(document.En, "/en");
        faults.Said(document.Id, "/id");
        faults.Said(document.Source, "/source");
        faults.Said(document.Licence, "/licence");
    }

    private static string Kind(byte[] utf8)
    {
        using var document = Whole(utf8);
        var nulls = new List<ModelFinding>();
        Nulls(document.RootElement, "", nulls);
        if (nulls.Count > 0) throw new ModelRefusedException(nulls);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new ModelRefusedException([new("", "is an object.")]);
        if (!document.RootElement.TryGetProperty("kind", out var kind)) return ScorecardModel.KindName;
        return kind.ValueKind == JsonValueKind.String && kind.GetString() is ScorecardModel.KindName or LinearPmtModel.KindName
            ? kind.GetString()!
            : throw new ModelRefusedException([new("/kind", $"is {ScorecardModel.KindName} or {LinearPmtModel.KindName}.")]);
    }

    /// <summary>A document says what it has and leaves out the rest: null is no value anywhere, and the reader would let it into lists.</summary>
    private static void Nulls(JsonElement of, string at, List<ModelFinding> found)
    {
        if (of.ValueKind == JsonValueKind.Null) found.Add(new(at, "null is no value here."));
        if (of.ValueKind == JsonValueKind.Array)
            foreach (var (i, one) in of.EnumerateArray().Index()) Nulls(one, $"{at}/{i}", found);
        if (of.ValueKind == JsonValueKind.Object)
            foreach (var member in of.EnumerateObject()) Nulls(member.Value, $"{at}/{Escaped(member.Name)}", found);
    }

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static JsonDocument Whole(byte[] utf8)
    {
        if (utf8.Contains((byte)'\r'))
            throw new ModelRefusedException([new("", "has CR line ends; documents use LF, or their hash would depend on the editor.")]);
        try
        {
            return JsonDocument.Parse(utf8, new() { MaxDepth = Strict.MaxDepth, AllowDuplicateProperties = true });
        }
        catch (JsonException fault)
        {
            throw new ModelRefusedException([new("", $"is no JSON at line {fault.LineNumber + 1}.")]);
        }
    }

    private static T Parse<T>(byte[] utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(utf8, Strict)!;
        }
        catch (JsonException fault)
        {
            throw new ModelRefusedException([new(Pointer(fault.Path ?? "$"), Says(fault.Message))]);
        }
    }

    /// <summary>The path of a fault as a JSON pointer.</summary>
    private static string Pointer(string path) => string.Concat(Step().Matches(path[1..])
        .Select(step => "/" + Escaped(step.Groups.Values.Skip(1).First(g => g.Success).Value)));

    /// <summary>What the reader says, without the names of our types.</summary>
    private static string Says(string message) => message switch
    {
        _ when message.Contains("could not be mapped", StringComparison.Ordinal) => "is not known here.",
        _ when message.Contains("uplicate", StringComparison.Ordinal) => "is there twice.",
        _ when message.Contains("missing required", StringComparison.Ordinal) =>
            $"lacks {string.Join(", ", Quoted().Matches(message.Split("including")[^1]).Select(m => m.Groups[1].Value))}.",
        _ => "has a value of another kind than is needed.",
    };

    [GeneratedRegex(@"\.([^.\[]+)|\[([0-9]+)\]|\['([^']*)'\]")]
    private static partial Regex Step();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
