namespace Regsosek.Api.Classification;

/// <summary>A checked model in words, line by line.</summary>
internal static class ModelReport
{
    public static IEnumerable<string> Of(ScoringModel model)
    {
        yield return $"{model.Name}, {model.Header.Kind}, {model.Header.Label}: {model.Header.En}";
        yield return $"Hash {model.Hash}";
        foreach (var input in model.Inputs)
        {
            var feeds = input.NotAsked is { } why ? $"not asked: {why}" : string.Join(", ", input.Variables);
            var assumes = input.Assumes.Count == 0 ? "" : $" (may assume {string.Join(", ", input.Assumes)})";
            yield return $"  {input.Item}: {input.En} <- {feeds}{assumes}";
        }

        foreach (var assumption in model.Header.Assumptions)
        {
            var of = model.Header.Assumes.Contains(assumption.Code) ? "assumed of every family" : "may be assumed";
            yield return $"  {of}: {assumption.Code}. {assumption.En}";
        }

        if (model.Sums.Count > 0) yield return $"Sums of the best answers: {string.Join(", ", model.Sums.Select(s => $"{s.Key} {s.Value}"))}";
        var missing = model.NotAsked.ToList();
        yield return missing.Count == 0
            ? $"Form K feeds all {model.Inputs.Count} inputs."
            : $"Form K does not ask {missing.Count} of {model.Inputs.Count} inputs: {string.Join(", ", missing)}. No run can use this model.";
    }
}
