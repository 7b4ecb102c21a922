using Regsosek.Api.Reference;
using Regsosek.Api.Rules;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification.Explain;

/// <summary>Puts an explanation together from what the run read. Nothing is read here, and nothing is hidden: the reader does both.</summary>
internal static class Explain
{
    public static IEnumerable<AssumptionView> Assumptions(ScoringModel model, FamilyScore score)
    {
        var codes = model.Header.Assumes.Concat(model.NameAssumed(score.Assumed)?.Split(',') ?? []).ToHashSet();
        return model.Header.Assumptions.Where(a => codes.Contains(a.Code)).Select(a => new AssumptionView(a.Code, a.En, a.Id));
    }

    public static IEnumerable<InputView> Missing(ScoringModel model, FamilyScore score)
    {
        var items = (model.NameMissing(score.Missing)?.Split(',') ?? []).ToHashSet();
        return model.Inputs.Where(i => items.Contains(i.Item)).Select(View);
    }

    /// <summary>Inputs with an answer past its shelf life; the age is reckoned anew each time.</summary>
    public static IEnumerable<InputView> Stale(ScoringModel model, DataDictionary dictionary, DateOnly observedOn, DateOnly on)
    {
        var stale = dictionary.Variables.Where(v => v.ShelfLifeMonths is { } months && observedOn < on.AddMonths(-months)).Select(v => v.Q).ToHashSet();
        return model.Inputs.Where(i => i.Variables.Any(stale.Contains)).Select(View);
    }

    public static PlaceView Place(FamilyRank rank, ClassificationRun run, WelfareScheme scheme)
    {
        var percentile = rank.Percentile!.Value;
        var bounds = scheme.Classes.Select(c => c.UpTo).OfType<double>().ToList();
        return new(rank.Position!.Value, run.Families, percentile,
            bounds.Where(b => b < percentile).Select(b => (double?)(percentile - b)).LastOrDefault(),
            bounds.Where(b => b >= percentile).Select(b => (double?)(b - percentile)).FirstOrDefault());
    }

    /// <summary>What the model read differently, in the order of the form.</summary>
    public static IEnumerable<FormVariable> Differing(ScoringModel model, ScoringInputs before, ScoringInputs now) =>
        model.Variables.Where(v => !Answers(before, v).SequenceEqual(Answers(now, v)));

    private static IEnumerable<short> Answers(ScoringInputs inputs, FormVariable variable) => variable.Unit == Unit.Family
        ? [inputs.Family(variable.Place)]
        : Enumerable.Range(0, inputs.Members).Select(i => inputs.Member(i, variable.Place)).Order();

    private static InputView View(ModelInput input) => new(input.Item, input.En, input.Id, input.Variables);
}
