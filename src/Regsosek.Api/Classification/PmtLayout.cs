using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Regsosek.Api.Rules;

namespace Regsosek.Api.Classification;

/// <summary>Coefficients of one region, in the order of the terms.</summary>
internal sealed record PmtLine(string Region, double Intercept, double[] Coefficients, double? Sigma, double? LogLine);

/// <summary>Turns terms and equations of a document into what computes. What does not add up is a fault.</summary>
internal sealed partial class PmtLayout(PmtDocument document, FormConditions conditions, ModelFaults faults)
{
    public const string Nation = "ID";
    private const int MostTerms = 60;
    private const double Largest = 1e6;
    private static readonly string[] Transforms =
        ["indicator", "number", "count", "share", "dependency-ratio", "log-number", "log-count"];

    public PmtValue[] Values()
    {
        _ = new Flags(document, faults);
        faults.Expect(document.Terms.Count is > 0 and <= MostTerms, "/terms", $"are 1 to {MostTerms}.");
        faults.Distinct(document.Terms.Select(t => t.Term), "/terms");
        return [.. document.Terms.Select(Value).OfType<PmtValue>()];
    }

    /// <param name="regions">Codes of provinces and regencies there are.</param>
    public FrozenDictionary<string, PmtLine> Lines(Func<IReadOnlySet<string>> regions)
    {
        faults.Distinct(document.Equations.Select(e => e.Region), "/equations");
        faults.Expect(document.Equations.Any(e => e.Region == Nation), "/equations", "one is for ID, the nation.");
        foreach (var (i, equation) in document.Equations.Index()) Check(equation, $"/equations/{i}", regions);
        return document.Equations.DistinctBy(e => e.Region).ToFrozenDictionary(e => e.Region, e => new PmtLine(
            e.Region, e.Intercept, [.. document.Terms.Select(t => e.Coefficients.GetValueOrDefault(t.Term))], e.Sigma,
            e.Line is { } line ? Math.Log(line) : null));
    }

    private void Check(PmtEquation equation, string at, Func<IReadOnlySet<string>> regions)
    {
        var isRegion = equation.Region == Nation
            || faults.Expect(Region().IsMatch(equation.Region), $"{at}/region", "is ID, a province (91) or a regency (91.71).");
        if (isRegion && equation.Region != Nation)
            faults.Expect(regions().Contains(equation.Region), $"{at}/region", $"there is no region {equation.Region}.");
        faults.Number(equation.Intercept, -Largest, Largest, $"{at}/intercept");
        foreach (var term in document.Terms.Where(t => !equation.Coefficients.ContainsKey(t.Term)))
            faults.Add($"{at}/coefficients", $"lacks term '{term.Term}'.");
        foreach (var (name, coefficient) in equation.Coefficients)
        {
            faults.Expect(document.Terms.Any(t => t.Term == name), $"{at}/coefficients/{name}", "is no term of the model.");
            faults.Number(coefficient, -Largest, Largest, $"{at}/coefficients/{name}");
        }

        faults.Expect(equation.Sigma is null == equation.Line is null, at, "has both sigma and line, or neither.");
        faults.Number(equation.Sigma, 1e-6, 100, $"{at}/sigma");
        faults.Number(equation.Line, 1, 1e12, $"{at}/line");
    }

    private PmtValue? Value(PmtTerm term, int number)
    {
        var at = $"/terms/{number}";
        faults.Slug(term.Term, $"{at}/term");
        faults.Said(term.En, $"{at}/en");
        faults.Said(term.Id, $"{at}/id");
        faults.Number(term.Unknown, -Largest, Largest, $"{at}/unknown");
        faults.Number(term.Least, -Largest, Largest, $"{at}/least");
        faults.Number(term.Most, -Largest, Largest, $"{at}/most");
        if (!faults.Expect(Transforms.Contains(term.Transform), $"{at}/transform", $"is one of {string.Join(", ", Transforms)}.")) return null;
        var bounded = faults.Expect(term.Least is null || term.Most is null || term.Least <= term.Most, $"{at}/least", "is not above most.");
        var kind = term.Transform.Replace("log-", "", StringComparison.Ordinal);
        var sound = bounded & Has(term.When is not null, kind == "indicator", $"{at}/when")
            & Has(term.Variable is not null, kind == "number", $"{at}/variable")
            & Has(term.Count is not null, kind is "count" or "share", $"{at}/count")
            & faults.Expect(kind != "indicator" || term is { Least: null, Most: null }, at, "an indicator has no bounds.");
        if (!sound) return null;
        var scale = new PmtScale(term.Least ?? double.NegativeInfinity, term.Most ?? double.PositiveInfinity, term.Transform != kind);
        return kind switch
        {
            "indicator" => new IndicatorValue(conditions.Tests(term.When!, Unit.Family, $"{at}/when"), term.Unknown),
            "number" => conditions.Variable(term.Variable!, Unit.Family, $"{at}/variable") is { } read
                ? new NumberValue(read.Place, scale, term.Unknown)
                : null,
            "dependency-ratio" => new DependencyValue(scale, term.Unknown),
            _ => new CountValue(new(conditions.Tests(term.Count!, Unit.Person, $"{at}/count")), kind == "share", scale, term.Unknown),
        };
    }

    private bool Has(bool there, bool needed, string at) =>
        faults.Expect(there == needed, at, needed ? "is needed for this transform." : "has no part in this transform.");

    [GeneratedRegex(@"^[0-9]{2}(\.[0-9]{2})?\z")]
    private static partial Regex Region();
}
