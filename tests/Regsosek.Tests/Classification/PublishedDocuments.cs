using System.Text.Json;
using Json.Schema;
using Regsosek.Api.Classification;

namespace Regsosek.Tests.Classification;

public sealed class PublishedDocuments
{
    private static readonly JsonSchema ScoringSchema = JsonSchema.FromText(Text("scoring/scoring.schema.json"));
    private static readonly JsonSchema SchemesSchema = JsonSchema.FromText(Text("scoring/schemes/schemes.schema.json"));
    private static readonly EvaluationOptions AllFaults = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    public static TheoryData<string> Models => FilesIn("scoring");
    public static TheoryData<string> Schemes => FilesIn("scoring/schemes");

    [Theory, MemberData(nameof(Models))]
    public void That_are_models_follow_their_schema(string file) => AssertValid(ScoringSchema, file);

    [Theory, MemberData(nameof(Schemes))]
    public void That_are_schemes_follow_their_schema(string file) => AssertValid(SchemesSchema, file);

    // A published document never changes. To correct one, add a file with the next version and a line here.
    [Theory]
    [InlineData("scoring/ppi-2020.json", "d4720d83a7c16a5aaf2aaa9e42f9f3d7543a3ab81e97ae72714d42ee8cdd3454")]
    [InlineData("scoring/ppi-2012.json", "b364557dc45c9700485daf95c43d62506f84c6c369df0defceabe1723e978cb5")]
    [InlineData("scoring/ppi-2023.json", "a946bd2ff8e91302dd28a0af08a1f82379ce1271e4c2c687eb5bf2eb04433618")]
    [InlineData("scoring/demo-pmt.json", "527d3c9f0176bef88f02cbafd9ae2fa1ade1578f6a6e3a78f49d85976eecb285")]
    [InlineData("scoring/schemes/regsosek-1.json", "3376ed7bf5682fd214d4682e0f3fb71ee26b927a1aa1f157be4e703e59ee907b")]
    [InlineData("scoring/schemes/seed-3.json", "7d5e5b0de4554ed81f0c3a525db1f889bfcc8f8d866132bd7b395ad32d9e9bcf")]
    public void Never_change(string file, string sha256)
    {
        var path = Published.PathOf(file.Split('/'));
        var hash = file.Contains("schemes") ? WelfareScheme.Load(path).Hash : Published.Documents.Load(path).Hash;

        Assert.Equal(sha256, hash);
    }

    private static TheoryData<string> FilesIn(string folder) =>
        [.. Directory.GetFiles(Published.PathOf(folder.Split('/')), "*.json")
            .Where(file => !file.EndsWith(".schema.json"))
            .Select(file => $"{folder}/{Path.GetFileName(file)}")
            .Order()];

    private static string Text(string file) => File.ReadAllText(Published.PathOf(file.Split('/')));

    private static void AssertValid(JsonSchema schema, string file)
    {
        using var document = JsonDocument.Parse(Text(file));

        var found = schema.Evaluate(document.RootElement, AllFaults);

        var faults = (found.Details ?? []).SelectMany(at => (at.Errors ?? []).Select(error => $"{at.InstanceLocation}: {error.Value}"));
        Assert.True(found.IsValid, string.Join('\n', faults));
    }
}
