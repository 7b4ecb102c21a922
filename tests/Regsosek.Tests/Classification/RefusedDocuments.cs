using System.Text;
using Regsosek.Api.Classification;

namespace Regsosek.Tests.Classification;

/// <summary>A document that is not wholly right is no model; what is wrong is told with its place.</summary>
public sealed class RefusedDocuments
{
    [Theory]
    [InlineData("\"version\": 1,", "\"version\": 1, \"extra\": true,", "/extra: is not known here.")]
    [InlineData("\"version\": 1,", "", "/: lacks version.")]
    [InlineData("\"version\": 1,", "\"version\": 0,", "/version: is 1 or more.")]
    [InlineData("\"version\": 1,", "\"version\": \"one\",", "/version: has a value of another kind than is needed.")]
    [InlineData("\"version\": 1,", "\"version\": 1, \"version\": 2,", "/version: is there twice.")]
    [InlineData("\"version\": 1,", "\"version\": 1, \"kind\": \"oracle\",", "/kind: is scorecard or linear-pmt.")]
    [InlineData("\"version\": 1,", "\"version\": null,", "/version: null is no value here.")]
    [InlineData("\"items\": [", "\"items\": [ null,", "/items/0: null is no value here.")]
    [InlineData("\"model\": \"ppi-2020\"", "\"model\": \"PPI 2020\"", "/model: is of small letters and digits with single dashes between, at most 60.")]
    [InlineData("\"label\": \"demonstration model\"", "\"label\": \" \"", "/label: says something.")]
    [InlineData("\"variables\": [\"303\"]", "\"variables\": [\"502k\"]", "/items/6/answers/1/codes")]
    [InlineData("\"variables\": [\"303\"]", "\"variables\": [\"501a\"]", "/items/6/input/variables/0: scoring cannot read variable 501a.")]
    [InlineData("\"variables\": [\"303\"]", "\"variables\": [\"405\"]", "/items/6/input/variables/0: 405 is a question about members.")]
    [InlineData("\"codes\": [3, 4, 5, 6, 9]", "\"codes\": [3, 4, 5, 6, 42]", "/items/6/answers/1/codes: form K prints no code 42 for 303.")]
    [InlineData("\"codes\": [3, 4, 5, 6, 9]", "\"codes\": [2, 3, 4, 5, 6, 9]", "/items/6/answers: 2 is there twice.")]
    [InlineData("\"NPL\": [7, ", "\"NPL\": [", "/provinces/points/NPL: is a point for each province.")]
    [InlineData("\"NPL\": [7, ", "\"NPL\": [107, ", "/provinces/points/NPL: is 0 to 100.")]
    [InlineData("\"assumes\": \"closet-not-asked\"", "\"assumes\": \"undescribed\"", "/items/7/unanswered/1/assumes: assumption 'undescribed' is not described.")]
    [InlineData("\"sha256\": \"", "\"sha256\": \"0", "/provinces/sha256: is not the hash of the table.")]
    [InlineData("../regions/bps-provinces.csv", "../../../etc/passwd.csv", "/provinces/file: is ../regions/bps-provinces.csv.")]
    [InlineData("\"from\": 1, \"to\": 3", "\"from\": 1, \"to\": 4", "/items/0/answers: 4 is there twice.")]
    [InlineData("\"from\": 1, \"to\": 3", "\"from\": 1, \"to\": 2000000000", "/items/0/answers/0: is from a number up to another, or up.")]
    [InlineData("\"maximum\": 101 }", "\"maximum\": 99 }", "/lines/0/maximum: is the sum of the best answers, which is 101.")]
    [InlineData("\"code\": \"NPL\", ", "\"code\": \"XPL\", ", "/lines: one is NPL, the national line.")]
    [InlineData("\"a\": 2.10621797, ", "", "/lines/0: has a curve (a and b) or likelihoods.")]
    [InlineData("\"a\": 2.10621797", "\"a\": 1e999", "/lines/0/a")]
    [InlineData("\"points\": [14, 12, ", "\"points\": [14, ", "/items/0/answers/0/points: is a point for each line, or one for all.")]
    [InlineData("\"version\": 1,\n", "\"version\": 1,\r\n", "/: has CR line ends; documents use LF, or their hash would depend on the editor.")]
    [InlineData("\"version\": 1,\n", "\"version\": 1\n", "/: is no JSON at line 4.")]
    public void Say_where_a_scorecard_is_wrong(string was, string becomes, string finding) => Says("ppi-2020", was, becomes, finding);

    [Theory]
    [InlineData("\"answer\": \"flush\"}", "\"answer\": \"gone\"}", "/items/5/cases/2/answer: there is no answer 'gone'.")]
    [InlineData("{\"variable\": \"310\", \"codes\": [1]}", "{\"variable\": \"310\"}", "/items/5/cases/3/when/1: has codes or bounds, one of them.")]
    [InlineData("{\"variable\": \"310\", \"codes\": [1]}", "{\"codes\": [1]}", "/items/5/cases/3/when/1: names a variable or a count, one of them.")]
    [InlineData("{\"variable\": \"310\", \"codes\": [1]}", "{\"variable\": \"418\", \"codes\": [1]}", "/items/5/cases/3/when/1/variable: 418 is a question about members.")]
    [InlineData("\"nobody\": \"no-male-head-or-spouse\"", "\"nobody\": \"gone\"", "/items/3/member/nobody: there is no answer 'gone'.")]
    [InlineData("\"bands\": [0, 5, ", "\"bands\": [0, ", "/lines/0/likelihoods: is one for each band.")]
    [InlineData("\"bands\": [0, 5, ", "\"bands\": [5, 0, ", "/bands: rise from 0 to at most 100.")]
    [InlineData("66.3", "166.3", "/lines/0/likelihoods/0: is between 0 and 100.")]
    public void Say_where_cases_and_tables_are_wrong(string was, string becomes, string finding) => Says("ppi-2012", was, becomes, finding);

    [Theory]
    [InlineData("\"log-members\": -0.42, ", "", "/equations/0/coefficients: lacks term 'log-members'.")]
    [InlineData("\"log-members\": -0.42, ", "\"log-members\": -0.42, \"gone\": 1, ", "/equations/0/coefficients/gone: is no term of the model.")]
    [InlineData("\"region\": \"ID\"", "\"region\": \"31\"", "/equations: one is for ID, the nation.")]
    [InlineData("\"region\": \"91.71\"", "\"region\": \"91.99\"", "/equations/2/region: there is no region 91.99.")]
    [InlineData("\"region\": \"91.71\"", "\"region\": \"91.71.01\"", "/equations/2/region: is ID, a province (91) or a regency (91.71).")]
    [InlineData("\"sigma\": 0.42, ", "", "/equations/0: has both sigma and line, or neither.")]
    [InlineData("\"intercept\": 13.35", "\"intercept\": 1e999", "/equations/0/intercept")]
    [InlineData("\"transform\": \"log-count\"", "\"transform\": \"square\"", "/terms/0/transform: is one of indicator")]
    [InlineData("\"transform\": \"log-count\"", "\"transform\": \"number\"", "/terms/0/variable: is needed for this transform.")]
    [InlineData("\"least\": 4, \"most\": 500", "\"least\": 501, \"most\": 500", "/terms/6/least: is not above most.")]
    [InlineData("\"variable\": \"302\"", "\"variable\": \"407\"", "/terms/6/variable: 407 is a question about members.")]
    [InlineData("{\"variable\": \"407\", \"to\": 14}", "{\"count\": [], \"to\": 14}", "/terms/1/count/0: a condition on members counts no members.")]
    public void Say_where_a_linear_model_is_wrong(string was, string becomes, string finding) => Says("demo-pmt", was, becomes, finding);

    [Fact]
    public void Say_everything_at_once()
    {
        var text = Text("ppi-2020").Replace("\"label\": \"demonstration model\"", "\"label\": \"\"").Replace("\"codes\": [3, 4, 5, 6, 9]", "\"codes\": [42]");

        var refusal = Assert.Throws<ModelRefusedException>(() => Published.Documents.Read(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(["/label", "/items/6/answers/1/codes"], refusal.Findings.Select(f => f.At));
    }

    [Theory]
    [InlineData(""), InlineData("[]"), InlineData("null"), InlineData("{"), InlineData("\"ppi\""), InlineData("{}"), InlineData("\u0000"), InlineData("{\"kind\": []}")]
    public void Are_all_that_is_no_document(string text) =>
        Assert.NotEmpty(Assert.Throws<ModelRefusedException>(() => Published.Documents.Read(Encoding.UTF8.GetBytes(text))).Findings);

    private static void Says(string model, string was, string becomes, string finding)
    {
        var text = Text(model);
        Assert.Contains(was, text, StringComparison.Ordinal);
        var at = text.IndexOf(was, StringComparison.Ordinal);

        var refusal = Assert.Throws<ModelRefusedException>(() => Published.Documents.Read(Encoding.UTF8.GetBytes(text[..at] + becomes + text[(at + was.Length)..])));

        Assert.Contains(refusal.Findings, f => $"{(f.At.Length == 0 ? "/" : f.At)}: {f.Says}".StartsWith(finding, StringComparison.Ordinal) || f.At == finding);
    }

    private static string Text(string model) => File.ReadAllText(Published.PathOf("scoring", $"{model}.json"));
}
