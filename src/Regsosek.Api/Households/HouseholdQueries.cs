using Regsosek.Api.Access;
using Regsosek.Api.AsOf;
using Regsosek.Api.Http;
using Regsosek.Api.Participation;
using Regsosek.Data;

namespace Regsosek.Api.Households;

/// <summary>Reads a <see cref="HouseholdQuery"/> from named texts, whatever surface they came by. An unknown name is a
/// problem that names it.</summary>
public sealed class HouseholdQueries(
    HouseholdFilters filters, Fields<HouseholdView> households, Fields<MemberView> members, Caller caller, Registry registry,
    ParticipationRights rights)
{
    public static readonly IReadOnlyList<string> PageParameters = ["sort", "limit", "cursor", "fields", "include", "count"];

    public HouseholdQuery Read(IReadOnlyDictionary<string, string> texts)
    {
        // Time is taken by routes that lease a registry for it: where it is not of a moment, the name is not known.
        string[] own = registry.Moment is null ? [.. PageParameters] : [.. PageParameters, .. Moments.Parameters];
        foreach (var name in texts.Keys)
        {
            if (filters.Find(name) is null && !own.Contains(name))
                throw new ProblemException(Problems.Unknown(name, own.Concat(filters.All.Select(f => f.Name))));
        }

        if (texts.TryGetValue(StatusFilter.Name, out var statuses)) StatusFilter.Check(statuses, rights, registry.Moment);
        var include = texts.GetValueOrDefault("include");
        if (include is not (null or Selection.MembersField)) throw new ProblemException(Problems.Invalid("include", "members."));
        var limit = texts.GetValueOrDefault("limit");
        if (limit is not null && !int.TryParse(limit, System.Globalization.NumberStyles.None, null, out _))
            throw new ProblemException(Problems.Invalid("limit", $"1 to {HouseholdQuery.MaxLimit}."));
        return new HouseholdQuery
        {
            Filters = [.. texts.Where(t => filters.Find(t.Key) is not null).Select(t => (filters.Find(t.Key)!, t.Value))],
            Sort = texts.GetValueOrDefault("sort"),
            Limit = limit is null ? HouseholdQuery.DefaultLimit : int.Parse(limit),
            IsLimited = limit is not null,
            Cursor = texts.GetValueOrDefault("cursor"),
            Count = texts.GetValueOrDefault("count"),
            Selection = Selection.Of(texts.GetValueOrDefault("fields"), include is not null, households, members, caller),
            Ground = new(registry.Today, registry.Receipts, registry.DeliveredPeriods),
            AsOf = registry.Moment?.Named,
        }.Granted(caller, households);
    }

    /// <summary>The query string as named texts; a name given twice is a problem.</summary>
    public HouseholdQuery Read(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (values.Count != 1) throw new ProblemException(Problems.Invalid(name, "is given once."));
        }

        return Read(query.ToDictionary(p => p.Key, p => p.Value.ToString()));
    }
}
