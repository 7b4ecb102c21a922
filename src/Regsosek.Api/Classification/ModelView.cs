using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification;

/// <summary>One version of a scoring model.</summary>
public sealed record ModelView
{
    public required string Model { get; init; }
    public required int Version { get; init; }

    /// <summary>scorecard or linear-pmt.</summary>
    public required string Kind { get; init; }

    /// <summary>draft, published, or superseded: another version is in force in its place.</summary>
    public required string State { get; init; }

    /// <summary>First day in force; not there for a draft.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day in force; not there while no later version is published.</summary>
    public DateOnly? Until { get; init; }

    public required bool InForce { get; init; }

    /// <summary>SHA-256 of the document, which stands in every result.</summary>
    public required string Hash { get; init; }

    /// <summary>What the model may be called, for example "demonstration model".</summary>
    public string? Label { get; init; }

    public string? En { get; init; }
    public string? Id { get; init; }
    public string? Source { get; init; }
    public string? Licence { get; init; }

    /// <summary>What feeds it; not there when the document is no model for this version of the hub.</summary>
    public ModelCheck? Check { get; init; }

    /// <summary>What is wrong with the document; not there when nothing is.</summary>
    public IReadOnlyList<ModelFinding>? Findings { get; init; }

    /// <summary>Who wrote it, told to those who may write models.</summary>
    public string? DraftedBy { get; init; }

    public string? PublishedBy { get; init; }
    public DateTime? PublishedAt { get; init; }

    /// <param name="versions">All versions of the model.</param>
    internal static ModelView Of(ModelVersion row, IEnumerable<ModelVersion> versions, DateOnly today, bool writes)
    {
        var next = versions.Where(v => v.State == ModelState.Published && v.From > row.From).Min(v => v.From);
        return new()
        {
            Model = row.Model,
            Version = row.Version,
            Kind = row.Kind,
            State = row.State == ModelState.Draft ? "draft" : next <= today ? "superseded" : "published",
            From = row.From,
            Until = next?.AddDays(-1),
            InForce = row.State == ModelState.Published && row.From <= today && !(next <= today),
            Hash = row.Hash,
            DraftedBy = writes ? row.DraftedBy : null,
            PublishedBy = writes ? row.PublishedBy : null,
            PublishedAt = row.PublishedAt,
        };
    }

    internal ModelView With(ScoringModel model) => this with
    {
        Label = model.Header.Label,
        En = model.Header.En,
        Id = model.Header.Id,
        Source = model.Header.Source,
        Licence = model.Header.Licence,
        Check = ModelCheck.Of(model),
    };
}

/// <summary>What the questionnaire feeds of a model, what is assumed, what is missing.</summary>
/// <param name="Usable">Whether a run may use it: form K feeds every input.</param>
/// <param name="Inputs">Each question or term with the numbers of the questions of form K that feed it.</param>
/// <param name="Assumes">Taken for every family.</param>
/// <param name="Assumptions">What every assumption says.</param>
/// <param name="Missing">Inputs that form K does not ask.</param>
/// <param name="Sums">Sum of the best answers on each line; empty for a model without points.</param>
public sealed record ModelCheck(
    bool Usable, IReadOnlyList<ModelInput> Inputs, IReadOnlyList<string> Assumes, IReadOnlyList<ScoringAssumption> Assumptions,
    IReadOnlyList<string> Missing, IReadOnlyDictionary<string, int> Sums)
{
    internal static ModelCheck Of(ScoringModel model)
    {
        var missing = model.NotAsked.ToList();
        return new(missing.Count == 0, model.Inputs, model.Header.Assumes, model.Header.Assumptions, missing, model.Sums);
    }
}
