using System.Text.Json.Nodes;
using Regsosek.Data.Households;
using Regsosek.Data.Participation;
using static Regsosek.Data.FieldGroups;

namespace Regsosek.Tests.Parity;

/// <content>Who really receives.</content>
internal sealed partial class Oracle
{
    public const string ProgrammeStatus = "programmeStatus";

    /// <summary>Rows of a programme that is not the partner's own are seen when the agreement names it and grants the group of programmes received.</summary>
    public bool SeesReceiptsOf(string programme) => terms.Programmes.Contains(programme) && Sees(Protection);

    /// <summary>Whether a query asks for the status of a programme whose rows the caller may not see.</summary>
    public bool NamesHiddenProgramme(Query query) =>
        query.Filters.Where(f => f.Name == ProgrammeStatus).SelectMany(f => f.Text.Split(',')).Any(part => !SeesReceiptsOf(part.Split(':')[0]));

    private bool HasStatus(Household h, string status)
    {
        var programme = status.Split(':')[0];
        var periods = stored.Periods.Where(p => p.Programme == programme).Select(p => p.Period).ToList();
        if (periods.Count == 0) return false;
        var receives = stored.Receipts.Any(r => r.HouseholdKey == h.Key && r.Programme == programme && r.Period == periods.Max() && r.State == RowState.Standing);
        return receives == status.EndsWith(":receiving", StringComparison.Ordinal);
    }

    /// <summary>What the family was given, by programmes the caller sees: the latest period first, then by programme, then what the hub learned last.</summary>
    public JsonArray History(Household h) => [.. stored.Receipts
        .Where(r => r.HouseholdKey == h.Key && r.State != RowState.Rejected && SeesReceiptsOf(r.Programme))
        .OrderByDescending(r => r.Period).ThenBy(r => r.Programme, StringComparer.Ordinal).ThenByDescending(r => r.Key)
        .Select(r => (JsonNode)new JsonObject
        {
            ["programme"] = r.Programme,
            ["period"] = DrawnData.PeriodOf(r.Period),
            ["amount"] = r.Amount,
            ["memberId"] = h.Members.SingleOrDefault(p => p.Key == r.PersonKey) is { } member ? Shown(member.Id).ToString() : null,
            ["recordedAt"] = At(r.RecordedAt),
            ["replacedAt"] = r.ReplacedAt is { } end ? At(end) : null,
        })];

    private static string At(DateTime instant) => $"{instant:yyyy-MM-dd'T'HH:mm:ss}Z";
}
