using Regsosek.Api.Rules;
using Regsosek.Data;

namespace Regsosek.Api.Programmes;

/// <summary>A social programme as its decrees describe it.</summary>
/// <param name="Code">Short code, for example PKH.</param>
/// <param name="Name">Name in English and Indonesian.</param>
/// <param name="Owner">Institution that decides.</param>
/// <param name="Partners">Codes of the partners that act for the owner; they alone deliver who really receives.</param>
/// <param name="Unit">Who receives: a family or one person.</param>
/// <param name="Versions">Published versions, oldest first; their periods never overlap.</param>
/// <param name="Related">Programmes it excludes or goes with.</param>
/// <param name="Draft">Why there is no version, and so no verdict, yet.</param>
public sealed record Programme(
    string Code, Label Name, string Owner, IReadOnlyList<string> Partners, Unit Unit, IReadOnlyList<ProgrammeVersion> Versions,
    IReadOnlyList<RelatedProgramme> Related, Label? Draft = null)
{
    public ProgrammeVersion? InForce(DateOnly on) => Versions.FirstOrDefault(v => v.ValidFrom <= on && (v.ValidTo is null || on <= v.ValidTo));

    /// <summary>The programme with a later version, which ends what was in force.</summary>
    internal Programme With(IReadOnlyList<ProgrammeVersion> later)
    {
        var from = later[0].ValidFrom;
        return this with
        {
            Versions = [.. Versions.Where(v => v.ValidFrom < from).Select(v => v.ValidTo < from ? v : v with { ValidTo = from.AddDays(-1) }), .. later],
            Draft = null,
        };
    }
}

/// <summary>Another programme that a decree names beside it.</summary>
/// <param name="Kind">excludes or complements.</param>
/// <param name="Verified">False when no published source was found.</param>
public sealed record RelatedProgramme(string Programme, string Kind, Label Says, bool Verified);

/// <summary>One published, immutable version of a programme, in a period in which its figures are the same.</summary>
public sealed record ProgrammeVersion
{
    public required string Programme { get; init; }
    public required int Version { get; init; }

    /// <summary>First day in force with these figures.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day in force with these figures; null while it is.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Decree it follows.</summary>
    public required string Decree { get; init; }

    /// <summary>What the rule cannot say, for the person who decides.</summary>
    public Label? Note { get; init; }

    public required IReadOnlyList<Parameter> Parameters { get; init; }
    public required LoadedRule Rule { get; init; }
    public required Benefit Benefit { get; init; }

    /// <summary>The rule, or that of a component, asks for what only partners' registers hold.</summary>
    public bool AsksRegisters => Rule.AsksRegisters || Benefit.Components.Any(c => c.Rule.AsksRegisters);

    /// <summary>Field groups that can decide it, or a component.</summary>
    public FieldGroups Groups => Benefit.Components.Aggregate(Rule.Groups, (all, component) => all | component.Rule.Groups);

    /// <summary>SHA-256 of the version's document; every verdict and list names it.</summary>
    public required string Hash { get; init; }
}

/// <summary>A figure of a decree that the rule uses.</summary>
/// <param name="Verified">False when no published source was found; never to be shown as fact.</param>
/// <param name="Source">Where the figure was read.</param>
/// <param name="Decree">Decree that sets it, when known.</param>
/// <param name="From">First day of this value; null for the version's.</param>
public sealed record Parameter(
    string Name, double Value, string Unit, bool Verified, string? Source = null, string? Decree = null, DateOnly? From = null);
