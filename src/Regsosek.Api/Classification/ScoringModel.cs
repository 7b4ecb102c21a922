namespace Regsosek.Api.Classification;

/// <summary>A scoring model, read strictly and laid out for speed. Nothing of it changes, so that many threads may score by it at once;
/// the same inputs and model always give the same score. Scores name its id, version and hash.</summary>
public abstract class ScoringModel
{
    private protected ScoringModel(ModelDocument document, string hash, ModelParts parts)
    {
        (Header, Hash) = (document, hash);
        Names = [.. parts.Inputs.Select(i => i.Item)];
        Inputs = parts.Inputs;

        // Ranking reads ages whatever the model does: families that tie are told apart by their dependants.
        Variables = [.. parts.Variables.Append(FormVariables.Age).Distinct().OrderBy(v => v.Unit).ThenBy(v => v.Place)];
    }

    /// <summary>What every document says of itself.</summary>
    public ModelDocument Header { get; }

    public string Id => Header.Model;

    public int Version => Header.Version;

    /// <summary>SHA-256 of the document, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Id and version, as the verbs take them.</summary>
    public string Name => $"{Id}@{Version}";

    /// <summary>Questions of form K that a run has to read.</summary>
    public IReadOnlyList<FormVariable> Variables { get; }

    /// <summary>The questions or terms of the model and what feeds them, in their order.</summary>
    public IReadOnlyList<ModelInput> Inputs { get; }

    /// <summary>Items that form K does not ask; a model with one ranks nobody.</summary>
    public IEnumerable<string> NotAsked => Inputs.Where(i => i.NotAsked is not null).Select(i => i.Item);

    /// <summary>Names of items, at the places of the flags of what is missing.</summary>
    private protected string[] Names { get; }

    /// <summary>The score with its explanation.</summary>
    /// <exception cref="UnusableModelException">Form K does not ask what the model needs.</exception>
    public abstract Scored Score(ScoringInputs inputs);

    /// <summary>Only what orders families, for bulk; nothing is allocated.</summary>
    /// <exception cref="UnusableModelException">Form K does not ask what the model needs.</exception>
    public abstract LineScores ScoreLines(ScoringInputs inputs);

    /// <summary>Highest sum of points on each line; empty for a model without points.</summary>
    public abstract IReadOnlyDictionary<string, int> Sums { get; }

    /// <exception cref="UnusableModelException">Form K does not ask what the model needs.</exception>
    public void RefuseUnlessUsable()
    {
        if (NotAsked.ToList() is { Count: > 0 } lacking)
            throw new UnusableModelException($"Model {Name} ranks nobody: form K does not ask {string.Join(", ", lacking)}.");
    }

    /// <summary>Names of the items in <see cref="LineScores.Missing"/>, comma-separated; null when none is missing.</summary>
    public string? NameMissing(long missing) => Named(missing, Names.Length, i => Names[i]);

    /// <summary>Codes of the assumptions in <see cref="LineScores.Assumed"/>, comma-separated; null when none was taken.</summary>
    public string? NameAssumed(long assumed) => Named(assumed, Header.Assumptions.Count, i => Header.Assumptions[i].Code);

    private protected IReadOnlyList<string> Assumed(long flags) => [.. Header.Assumes, .. NameAssumed(flags)?.Split(',') ?? []];

    private static string? Named(long flags, int count, Func<int, string> name) =>
        flags == 0 ? null : string.Join(',', Enumerable.Range(0, count).Where(i => (flags >> i & 1) == 1).Select(name));
}

/// <summary>A question or term of a model and what feeds it.</summary>
/// <param name="Variables">Numbers of the questions of form K; 407 is the age today, 404 who is present.</param>
/// <param name="Assumes">Assumptions it may take for a family.</param>
/// <param name="NotAsked">Why form K cannot feed it; null when it does.</param>
public sealed record ModelInput(
    string Item, string En, string Id, IReadOnlyList<string> Variables, IReadOnlyList<string> Assumes, string? NotAsked = null);

/// <summary>What the reading of a document gives the model beside its arithmetic.</summary>
internal sealed record ModelParts(IReadOnlyList<ModelInput> Inputs, IReadOnlyCollection<FormVariable> Variables);
