using Regsosek.Api.Rules;

namespace Regsosek.Api.Programmes;

/// <summary>A social programme, public: its rule, figures and decrees.</summary>
/// <param name="Related">Programmes it excludes or goes with.</param>
/// <param name="Draft">Why there is no verdict yet; null once a version is published.</param>
public sealed record ProgrammeView(
    string Code, Label Name, string Owner, string Unit, ProgrammeVersionView? InForce, IReadOnlyList<int> Versions,
    IReadOnlyList<RelatedProgramme> Related, Label? Draft)
{
    public static ProgrammeView Of(Programme programme, DateOnly on) => new(
        programme.Code, programme.Name, programme.Owner, programme.Unit.ToString().ToLowerInvariant(),
        programme.InForce(on) is { } v ? new(v.Version, v.ValidFrom, v.ValidTo, v.Decree, v.Hash, v.Note, v.Parameters, [.. v.Rule.Facts], v.Rule.Says) : null,
        [.. programme.Versions.Select(v => v.Version).Distinct()], programme.Related, programme.Draft);
}

/// <summary>The version in force. A figure that is not verified is configuration, not fact.</summary>
/// <param name="Says">The whole rule in words, one line a clause.</param>
public sealed record ProgrammeVersionView(
    int Version, DateOnly ValidFrom, DateOnly? ValidTo, string Decree, string Hash, Label? Note, IReadOnlyList<Parameter> Parameters,
    IReadOnlyList<string> Facts, Label Says);
