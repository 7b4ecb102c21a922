namespace Regsosek.Api.Classification;

/// <summary>A scoring document laid out for speed: every answer is an index into an array, every likelihood is computed once.</summary>
internal sealed class Scorecard
{
    /// <summary>Highest score that has a likelihood; a few sums of best answers go over it.</summary>
    public const int Top = 100;

    private readonly double[][] likelihoods;

    public Scorecard(ScoringDocument document, IReadOnlyList<ScorecardProvince> provinces)
    {
        var layout = new ScorecardLayout(document);
        Items = [layout.Province(provinces), .. document.Items.Select(layout.Item)];
        Lines = document.Lines.Count;
        likelihoods = [.. document.Lines.Select(Curve)];
        Ranked = [.. RankingLines.Select(code => IndexOf(document, code))];
    }

    public ScorecardItem[] Items { get; }

    public int Lines { get; }

    /// <summary>Where the lines that order families stand: NPL, EXT, P190, B20. -1 for a line the model lacks.</summary>
    public int[] Ranked { get; }

    private static readonly string[] RankingLines = ["NPL", "EXT", "P190", "B20"];

    public double Likelihood(int line, int score) => likelihoods[line][score];

    public static short Clamp(int points) => (short)Math.Clamp(points, 0, Top);

    private static double[] Curve(ScoringLine line) =>
        [.. Enumerable.Range(0, Top + 1).Select(score => 100 / (1 + Math.Exp(-(line.A + line.B * score))))];

    private static int IndexOf(ScoringDocument document, string code) =>
        document.Lines.Select((line, index) => (line, index)).Where(at => at.line.Code == code).Select(at => at.index).DefaultIfEmpty(-1).First();
}
