using Regsosek.Api.Classification;
using Regsosek.Api.Reference;

namespace Regsosek.Tests.Classification;

/// <summary>The published documents, as they ship beside the binary.</summary>
internal static class Published
{
    public static readonly ModelDocuments Documents = new(PathOf(), DataDictionary.Load(PathOf()));
    public static readonly ScorecardModel Model = (ScorecardModel)Load("ppi-2020");
    public static readonly WelfareScheme Regsosek = WelfareScheme.Load(PathOf("scoring", "schemes", "regsosek-1.json"));
    public static readonly WelfareScheme Seed = WelfareScheme.Load(PathOf("scoring", "schemes", "seed-3.json"));

    public static ScoringModel Load(string model) => Documents.Load(PathOf("scoring", $"{model}.json"));

    public static string PathOf(params string[] parts) => Path.Combine([AppContext.BaseDirectory, "schema", .. parts]);
}
