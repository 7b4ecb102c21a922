using System.Globalization;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Api.Regions;
using Regsosek.Api.Rules;
using Regsosek.Data;

namespace Regsosek.Api.Programmes;

/// <summary>What is asked of the list of a whole programme.</summary>
public sealed record EligibleQuery(string Programme, string? Region, IReadOnlyList<Standing> Verdicts, int Limit, string? Cursor)
{
    public bool WithPlaces { get; init; }
    public string Bound => $"{Programme};region={Region};verdict={string.Join(',', Verdicts.Order())}";
}

/// <summary>One entry of the list: the family, for a person programme the person, the verdict, and what is missing when it is UNKNOWN.</summary>
public sealed record EligibleView(
    Guid HouseholdId, Guid? PersonId, Standing Verdict, IReadOnlyList<string> Missing, HouseholdView Household, MemberView? Person);

/// <summary>Who is entitled to a programme, poorest first (families without a rank last): the rule runs in SQL, the interpreter names
/// what is missing.</summary>
internal sealed class EligibleReader(
    Registry registry, Caller caller, EligibilityReader eligibility, EligiblePlaceQueries places, FamilyReader families, HouseholdReader households,
    MemberReader members, KnownRegions regions, EligibleShape shape, Cursors cursors)
{
    /// <summary>Without the classification the order of welfare is not his to see.</summary>
    private bool IsRanked => caller.Sees(FieldGroups.Classification);

    public async Task<Page<EligibleView>> Page(EligibleQuery query, CancellationToken stop)
    {
        var (programme, version) = eligibility.InForce(query.Programme);
        if (query.Region is { } region) await regions.Check(region, "region", stop);
        var after = query.Cursor is { } cursor ? cursors.Open(cursor, caller, Bound(query)) : null;
        var found = await Places(query, version, after, query.Limit + 1, stop);
        var page = found.Take(query.Limit).ToList();
        var next = found.Count > query.Limit ? Seal(page[^1]) : null;
        return new(await View(programme, version, query, page, stop), next, query.WithPlaces ? page.ConvertAll(Seal) : null, null);

        string Seal(EligiblePlace place) => cursors.Seal(new(place.Key, IsRanked ? Keyset.Text(place.Percentile) : null), caller, Bound(query));
    }

    private string Bound(EligibleQuery query) => registry.Moment is { } asOf ? $"{query.Bound};{asOf.Named}" : query.Bound;

    private async Task<List<EligiblePlace>> Places(EligibleQuery query, ProgrammeVersion version, CursorPlace? after, int limit, CancellationToken stop)
    {
        var driving = DrivingRegions.Of(caller.Regions, query.Region) is [var one] ? one : query.Region;
        var (level, code) = driving is null or "ID" ? (0, "") : (DrivingRegions.Level(driving), driving);
        var percentile = after?.Value is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : 0;
        var found = new List<EligiblePlace>(limit);
        foreach (var segment in Segments(after))
        {
            var left = limit - found.Count;
            var find = places.Of(
                new(registry.Model, (version.Programme, version.Hash, version.ValidFrom), string.Join(',', query.Verdicts.Order()), level,
                    IsRanked && registry.Moment is null, segment, CompiledQueries.Rows(left)),
                version, query.Verdicts);
            var rows = find(registry, registry.Today, code, percentile, segment == EligibleSegment.Unranked && after?.Value is not null ? long.MinValue : after?.Key ?? long.MinValue);
            await foreach (var place in rows.WithCancellation(stop)) found.Add(place);
            if (found.Count >= limit) return found[..limit];
        }

        return found;
    }

    /// <summary>What follows a place, in order.</summary>
    private IEnumerable<EligibleSegment> Segments(CursorPlace? after) => (IsRanked, after) switch
    {
        (false, _) => [EligibleSegment.ByKey],
        (_, null) => [EligibleSegment.Ranked, EligibleSegment.Unranked],
        (_, { Value: null }) => [EligibleSegment.Unranked],
        _ => [EligibleSegment.SamePercentile, EligibleSegment.LaterPercentiles, EligibleSegment.Unranked],
    };

    private async Task<IReadOnlyList<EligibleView>> View(
        Programme programme, ProgrammeVersion version, EligibleQuery query, List<EligiblePlace> page, CancellationToken stop)
    {
        var keys = page.Select(p => p.HouseholdKey).Distinct().ToArray();
        var views = (await households.ByKeys(keys, shape.Family, stop, also: version.Rule.Groups)).ToDictionary(h => h.Key);
        var persons = programme.Unit == Unit.Person ? (await members.Of(keys, shape.Person, stop)).SelectMany(m => m).ToDictionary(m => m.Key) : [];

        // Who went while the page was read is not on it.
        var there = page.Where(place => views.ContainsKey(place.HouseholdKey) && (place.Person is not { } key || persons.ContainsKey(key))).ToList();
        var decided = query.Verdicts is [var only] && only != Standing.UNKNOWN
            ? there.ToDictionary(place => place.Key, _ => (Verdict: only, Missing: (IReadOnlyList<string>)[]))
            : await Decided(version, keys, there, stop);
        return [.. there.Where(place => decided.ContainsKey(place.Key)).Select(Entry)];

        EligibleView Entry(EligiblePlace place)
        {
            var (family, person) = (views[place.HouseholdKey], place.Person is { } key ? persons[key] : null);
            return new(family.Id, person?.Id, decided[place.Key].Verdict, decided[place.Key].Missing, family, person);
        }
    }

    /// <summary>Verdicts and what is missing, by the interpreter: which of several verdicts it is, and why it is unknown, the places do not say.</summary>
    private async Task<Dictionary<long, (Standing Verdict, IReadOnlyList<string> Missing)>> Decided(
        ProgrammeVersion version, long[] keys, List<EligiblePlace> page, CancellationToken stop)
    {
        var facts = await families.ByKeys(keys, version.AsksRegisters, stop);
        var decided = new Dictionary<long, (Standing, IReadOnlyList<string>)>();
        foreach (var place in page)
        {
            var family = facts.GetValueOrDefault(place.HouseholdKey);
            var person = place.Person is { } key ? family?.Members.FirstOrDefault(m => m.Key == key) : null;
            if (family is null || (place.Person is not null && person is null)) continue;
            var trace = version.Rule.Explain(family, person, registry.Today);
            decided[place.Key] = (Eligibility.Of(trace.Outcome), eligibility.Missing(trace.Clauses));
        }

        return decided;
    }
}
