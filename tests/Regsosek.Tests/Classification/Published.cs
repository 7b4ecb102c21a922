using Regsosek.Api.Classification;

namespace Regsosek.Tests.Classification;

/// <summary>The published documents, as they ship beside the binary.</summary>
internal static class Published
{
    public static readonly ScoringModel Model = ScoringModel.Load(PathOf("scoring", "ppi-2020.json"));
    public static readonly WelfareScheme Regsosek = WelfareScheme.Load(PathOf("scoring", "schemes", "regsosek-1.json"));
    public static readonly WelfareScheme Seed = WelfareScheme.Load(PathOf("scoring", "schemes", "seed-3.json"));

    public static string PathOf(params string[] parts) => Path.Combine([AppContext.BaseDirectory, "schema", .. parts]);
}
