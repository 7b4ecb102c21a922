namespace Regsosek.Api.Classification;

/// <summary>A scoring document laid out for speed: every answer is an index into an array, every likelihood is computed once.</summary>
internal sealed class Scorecard
{
    /// <summary>Highest score that has a likelihood; a few sums of best answers go over it.</summary>
    public const int Top = 100;

    private const int Width = 16;
    private static readonly string[] RankingLines = ["NPL", "EXT", "P190", "B20"];
    private readonly double[][] likelihoods;

    public Scorecard(ScoringDocument document, ScorecardItem[] items)
    {
        Items = items;
        Lines = document.Lines.Count;
        National = document.Lines.Select(line => line.Code).ToList().IndexOf(RankingLines[0]);
        likelihoods = [.. document.Lines.Select(line => line.Likelihoods is { } table ? Table(document.Bands!, table) : Curve(line))];
    }

    public ScorecardItem[] Items { get; }

    public int Lines { get; }

    /// <summary>Where the national line stands, which every scorecard has.</summary>
    public int National { get; }

    public double Likelihood(int line, int score) => likelihoods[line][score];

    public static short Clamp(long points) => (short)Math.Clamp(points, 0, Top);

    /// <summary>Where the lines that order families stand: NPL, EXT, P190, B20. -1 for a line the model lacks.</summary>
    public static int[] Ranked(ScoringDocument document)
    {
        var codes = document.Lines.Select(line => line.Code).ToList();
        return [.. RankingLines.Select(code => codes.IndexOf(code))];
    }

    /// <summary>Points on the lines that order families, side by side, so that one addition adds them all.</summary>
    public static long Side(int[] points, int[] ranked) => ranked.Aggregate(0L, (side, line) => side << Width | (line < 0 ? 0L : (long)points[line]));

    /// <summary>What stands there after the additions, held within 0 to 100.</summary>
    public static (RankingScores Scores, short National) Scores(long side)
    {
        var national = Clamp(side >> 3 * Width);
        return (new(national, Clamp(side >> 2 * Width & 0xFFFF), Clamp(side >> Width & 0xFFFF), Clamp(side & 0xFFFF)), national);
    }

    private static double[] Curve(ScoringLine line) =>
        [.. Enumerable.Range(0, Top + 1).Select(score => 100 / (1 + Math.Exp(-(line.A!.Value + line.B!.Value * score))))];

    private static double[] Table(IReadOnlyList<int> bands, IReadOnlyList<double> table) =>
        [.. Enumerable.Range(0, Top + 1).Select(score => table[bands.TakeWhile(first => first <= score).Count() - 1])];
}
