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
    [InlineData("scoring/schemes/regsosek-1.json", "3376ed7bf5682fd214d4682e0f3fb71ee26b927a1aa1f157be4e703e59ee907b")]
    [InlineData("scoring/schemes/seed-3.json", "7d5e5b0de4554ed81f0c3a525db1f889bfcc8f8d866132bd7b395ad32d9e9bcf")]
    public void Never_change(string file, string sha256)
    {
        var path = Published.PathOf(file.Split('/'));
        var hash = file.Contains("schemes") ? WelfareScheme.Load(path).Hash : ScoringModel.Load(path).Hash;

        Assert.Equal(sha256, hash);
    }

    [Theory]
    [InlineData("\"version\": 1,", "\"version\": 1, \"extra\": true,")]
    [InlineData("\"version\": 1,", "")]
    [InlineData("\"variables\": [\"303\"]", "\"variables\": [\"304\"]")]
    [InlineData("\"NPL\": [7, ", "\"NPL\": [")]
    [InlineData("\"assumes\": \"closet-not-asked\"", "\"assumes\": \"undescribed\"")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"0")]
    [InlineData("\"version\": 1,\n", "\"version\": 1,\r\n")]
    public void Are_refused_when_they_do_not_say_all_and_only_what_is_known(string was, string becomes)
    {
        var text = Text("scoring/ppi-2020.json");
        Assert.Contains(was, text);
        var folder = Directory.CreateTempSubdirectory("scoring");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "regions"));
            Directory.CreateDirectory(Path.Combine(folder.FullName, "scoring"));
            File.Copy(Published.PathOf("regions", "bps-provinces.csv"), Path.Combine(folder.FullName, "regions", "bps-provinces.csv"));
            var changed = Path.Combine(folder.FullName, "scoring", "changed.json");
            File.WriteAllText(changed, text.Replace(was, becomes));

            var refusal = Record.Exception(() => ScoringModel.Load(changed));

            Assert.True(refusal is JsonException or InvalidDataException, $"{refusal}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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
