using System.Text.RegularExpressions;

namespace Regsosek.Api.Classification;

/// <summary>What is wrong with a model document, and where.</summary>
/// <param name="At">JSON pointer into the document.</param>
public sealed record ModelFinding(string At, string Says)
{
    public override string ToString() => $"{(At.Length == 0 ? "/" : At)}: {Says}";
}

/// <summary>A document that is no scoring model; everything that was found.</summary>
public sealed class ModelRefusedException(IReadOnlyList<ModelFinding> findings)
    : FormatException("The scoring model is refused. " + string.Join(" ", findings.Take(10)))
{
    public IReadOnlyList<ModelFinding> Findings => findings;
}

/// <summary>A model that cannot rank anybody here: form K does not ask what it needs.</summary>
public sealed class UnusableModelException(string says) : InvalidOperationException(says);

/// <summary>Gathers findings, so that all are told at once.</summary>
internal sealed partial class ModelFaults
{
    private readonly List<ModelFinding> found = [];

    public bool Any => found.Count > 0;

    public bool Expect(bool holds, string at, string otherwise)
    {
        if (!holds) found.Add(new(at, otherwise));
        return holds;
    }

    public void Add(string at, string says) => found.Add(new(at, says));

    public void Slug(string text, string at) =>
        Expect(text.Length <= 60 && SlugText().IsMatch(text), at, "is of small letters and digits with single dashes between, at most 60.");

    public void Said(string text, string at) => Expect(!string.IsNullOrWhiteSpace(text), at, "says something.");

    public void Number(double? number, double least, double most, string at)
    {
        if (number is { } value)
            Expect(double.IsFinite(value) && value >= least && value <= most, at, $"is between {least:0.######} and {most:0.######}.");
    }

    public void Distinct(IEnumerable<string> names, string at)
    {
        foreach (var twice in names.GroupBy(n => n).Where(g => g.Count() > 1)) Add(at, $"'{twice.Key}' is there twice.");
    }

    public void Throw()
    {
        if (found.Count > 0) throw new ModelRefusedException(found);
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex SlugText();
}
