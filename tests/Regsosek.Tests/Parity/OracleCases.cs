using System.Text.Json.Nodes;
using Regsosek.Data.Cases;
using static Regsosek.Data.FieldGroups;

namespace Regsosek.Tests.Parity;

/// <content>Cases: errors of targeting of families that are there for the caller, of programmes whose verdicts and rows he may both see.</content>
internal sealed partial class Oracle
{
    private static readonly Dictionary<CaseOutcome, string> Outcomes = new()
    {
        [CaseOutcome.Added] = "added",
        [CaseOutcome.Removed] = "removed",
        [CaseOutcome.Justified] = "justified",
        [CaseOutcome.WrongData] = "wrong-data",
        [CaseOutcome.ResolvedByData] = "resolved-by-data",
    };

    private static readonly Dictionary<CaseGround, string> Grounds = new()
    {
        [CaseGround.Poor] = "poor",
        [CaseGround.ChronicallyIll] = "chronically-ill",
        [CaseGround.Emergency] = "emergency",
    };

    /// <summary>In the order in which they were opened.</summary>
    public List<JsonNode> Cases(string? programme, string? region, bool? open, bool? overdue) => [.. stored.Cases.OrderBy(c => c.Key)
        .Where(c => (programme is null || c.Programme == programme) && (open is null || c.State == CaseState.Open == open) && (overdue is null || IsOverdue(c) == overdue)
            && (region is null || IsIn(stored.Families.Single(h => h.Key == c.HouseholdKey), region)))
        .Select(Case).OfType<JsonNode>()];

    /// <summary>Null where it is not there for the caller.</summary>
    public JsonObject? Case(TargetingCase c)
    {
        if (!SeesReceiptsOf(c.Programme) || Families.SingleOrDefault(h => h.Key == c.HouseholdKey) is not { } family) return null;
        return new()
        {
            ["id"] = Shown(c.Id).ToString(),
            ["programme"] = c.Programme,
            ["kind"] = c.Kind.ToString().ToLowerInvariant(),
            ["state"] = c.State.ToString().ToLowerInvariant(),
            ["householdId"] = Shown(family.Id).ToString(),
            ["personId"] = family.Members.SingleOrDefault(p => p.Key == c.PersonKey) is { } person ? Shown(person.Id).ToString() : null,
            ["region"] = family.VillageCode,
            ["period"] = c.Period is { } period ? DrawnData.PeriodOf(period) : null,
            ["ground"] = c.Ground is { } ground && Sees(Health) ? Grounds[ground] : null,
            ["owner"] = c.Owner,
            ["openedAt"] = At(c.OpenedAt),
            ["openings"] = c.Openings,
            ["dueOn"] = $"{c.DueOn:yyyy-MM-dd}",
            ["overdue"] = IsOverdue(c),
            ["outcome"] = c.Outcome is { } outcome ? Outcomes[outcome] : null,
            ["note"] = c.Note,
            ["objectBy"] = c.ObjectBy is { } day ? $"{day:yyyy-MM-dd}" : null,
            ["closedAt"] = c.ClosedAt is { } at ? At(at) : null,
            ["closedBy"] = c.ClosedBy,
            ["version"] = c.Version,
        };
    }

    private bool IsOverdue(TargetingCase c) => c.State == CaseState.Open && c.DueOn < stored.Today;
}
