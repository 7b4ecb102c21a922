using System.Text.Json;
using System.Text.Json.Nodes;
using Regsosek.Api.Programmes.Simulations;
using Regsosek.Api.Rules;
using Regsosek.Data.Programmes;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>A draft of a version, for the ministry whose programme it is.</summary>
/// <param name="State">draft, published or rejected.</param>
/// <param name="Says">The whole rule in words.</param>
/// <param name="Document">The version as it was written.</param>
public sealed record ProgrammeDraftView(
    string Programme, int Version, string State, string Hash, DateOnly ValidFrom, string Decree, Label Says, string DraftedBy, DateTime DraftedAt,
    string? DecidedBy, DateTime? DecidedAt, JsonNode Document)
{
    public static ProgrammeDraftView Of(ProgrammeDocument row, ProgrammeVersion version) => new(
        row.Programme, row.Version, row.State.ToString().ToLowerInvariant(), row.Hash, version.ValidFrom, version.Decree, version.Rule.Says, row.DraftedBy,
        row.DraftedAt, row.DecidedBy, row.DecidedAt, JsonNode.Parse(row.Document)!);
}

/// <summary>A simulation and, when it is done, its report.</summary>
/// <param name="State">counting, done or withdrawn.</param>
/// <param name="Hash">Hash of the draft that was simulated.</param>
/// <param name="Day">Day of which families are decided.</param>
/// <param name="Counted">Families so far.</param>
public sealed record SimulationView(
    Guid Id, string Programme, int Version, string Hash, string State, DateOnly Day, long Counted, DateTime BegunAt, DateTime? EndedAt, SimulationReport? Report)
{
    public static SimulationView Of(Simulation s) => new(
        s.Id, s.Programme, s.Version, s.Hash, s.State.ToString().ToLowerInvariant(), s.Day, s.Counted, s.RecordedAt, s.EndedAt,
        s.Report is null ? null : JsonSerializer.Deserialize<SimulationReport>(s.Report, Http.Json.Web));
}
