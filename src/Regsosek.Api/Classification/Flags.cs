namespace Regsosek.Api.Classification;

/// <summary>The assumptions of a document as flags of one number.</summary>
internal sealed class Flags
{
    private const int Most = 60;
    private readonly List<string> codes;
    private readonly ModelFaults faults;

    public Flags(ModelDocument document, ModelFaults faults)
    {
        this.faults = faults;
        codes = [.. document.Assumptions.Select(a => a.Code)];
        faults.Expect(codes.Count <= Most, "/assumptions", $"are {Most} at most.");
        faults.Distinct(codes, "/assumptions");
        foreach (var (i, assumption) in document.Assumptions.Index())
        {
            faults.Slug(assumption.Code, $"/assumptions/{i}/code");
            faults.Said(assumption.En, $"/assumptions/{i}/en");
            faults.Said(assumption.Id, $"/assumptions/{i}/id");
        }

        foreach (var (i, code) in document.Assumes.Index()) Of(code, $"/assumes/{i}");
    }

    public long Of(string? assumption, string at)
    {
        if (assumption is null) return 0;
        var index = codes.IndexOf(assumption);
        return faults.Expect(index >= 0, at, $"assumption '{assumption}' is not described.") ? 1L << index : 0;
    }
}
