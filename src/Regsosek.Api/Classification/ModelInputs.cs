namespace Regsosek.Api.Classification;

/// <summary>What feeds each question or term of a document.</summary>
internal static class ModelInputs
{
    private const string Age = "407", Presence = "404";

    public static IReadOnlyList<ModelInput> Of(ScoringDocument document)
    {
        var items = document.Items.Select(item => new ModelInput(item.Item, item.En, item.Id, Variables(item), Assumed(item), item.NotAsked));
        return document.Provinces is { } asked
            ? [new(asked.Item, asked.En, asked.Id, [asked.Variable], [asked.Assumes]), .. items]
            : [.. items];
    }

    public static IReadOnlyList<ModelInput> Of(PmtDocument document) =>
        [.. document.Terms.Select(term => new ModelInput(term.Term, term.En, term.Id, Variables(term), []))];

    private static string[] Variables(ScoringItem item) => Once([
        .. item.Input?.Variables ?? [], .. (item.Cases ?? []).SelectMany(one => Named(one.When)),
        .. item.Member is { } member ? Named(member.When).Append(Presence) : []]);

    private static string[] Variables(PmtTerm term) => Once([
        .. Named(term.When ?? []), .. term.Variable is { } one ? [one] : Array.Empty<string>(),
        .. term.Count is { } count ? Named(count).Append(Presence) : term.Transform == "dependency-ratio" ? [Presence, Age] : []]);

    private static IEnumerable<string> Named(IEnumerable<FormCondition> conditions) =>
        conditions.SelectMany(condition => condition.Count is { } count ? Named(count).Append(Presence) : [condition.Variable!]);

    private static string[] Once(IEnumerable<string> numbers) => [.. numbers.Distinct()];

    private static string[] Assumed(ScoringItem item) =>
        [.. (item.Unanswered ?? []).Select(f => f.Assumes).Concat((item.Cases ?? []).Select(c => c.Assumes)).OfType<string>().Distinct()];
}
