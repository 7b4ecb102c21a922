using System.Text.Json;
using System.Text.Json.Nodes;
using Regsosek.Api.Rules;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Parity;

/// <content>Targeted lists: who is on one, in which order, and where the quota cuts.</content>
internal sealed partial class Oracle
{
    private static readonly Facts Named = Facts.Load(Api.Hub.Schema);

    /// <summary>A rule of one's own, and the facts it stands on.</summary>
    public static LoadedRule Rule(string json) => LoadedRule.Load(JsonDocument.Parse(json).RootElement, Unit.Family, Named);

    /// <summary>Facts of a rule of one's own that the caller may not see: the answer names one of them. Of what is shown of some persons alone he sees all only with the second
    /// group.</summary>
    public IReadOnlyList<string> HiddenFacts(string rule) => [.. Rule(rule).Facts.Where(f => !Sees(GroupOfFact(f))
        || (f == "hasNik" && !Sees(Data.FieldGroups.Children)) || (f == "carer" && !Sees(Data.FieldGroups.HealthSensitive)))];

    /// <summary>Poorest first, unranked last, where the order is theirs to see; by key otherwise. The place stands beside each.</summary>
    /// <param name="code">A programme; null for a rule of one's own.</param>
    public List<JsonObject> TargetedList(string? code, string? rule, string? region, long? quota, IReadOnlyList<string>? fields)
    {
        var loaded = code is null ? Rule(rule!) : Version(code).Rule;
        var ofPersons = code is not null && IsOfPersons(code);
        var entitled = Families.Where(h => region is null || IsIn(h, region))
            .SelectMany(h => ofPersons ? Present(h).Select(p => (h, p: (Person?)p)) : [(h, null)])
            .Where(s => loaded.Decide(s.h, s.p, stored.Today) == Kleene.True).OrderBy(s => s.p?.Key ?? s.h.Key);
        var ordered = Sees(Data.FieldGroups.Classification) ? [.. entitled.OrderBy(s => s.h.Rank.Percentile ?? double.MaxValue).ThenBy(s => s.p?.Key ?? s.h.Key)] : entitled.ToList();
        var (family, ofMember) = fields is null ? (OfEntry, null) : Selected(fields, members: false);
        return [.. ordered.Select((s, at) => Placed(s.h, s.p, at + 1))];

        JsonObject Placed(Household h, Person? p, int place)
        {
            var entry = new JsonObject
            {
                ["place"] = place,
                ["inQuota"] = quota is null || place <= quota,
                ["tied"] = quota is > 0 && quota < ordered.Count && Sees(Data.FieldGroups.Classification)
                    && Equals(ordered[(int)quota - 1].h.Rank.Percentile, ordered[(int)quota].h.Rank.Percentile)
                    && Equals(h.Rank.Percentile, ordered[(int)quota].h.Rank.Percentile),
                ["householdId"] = Shown(h.Id).ToString(),
            };
            if (p is not null) entry["personId"] = Shown(p.Id).ToString();
            entry["household"] = Row(h, family, ofMember);
            if (p is not null) entry["person"] = Row(p, OfEntitled);
            return entry;
        }
    }
}
