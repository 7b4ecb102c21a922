using System.Linq.Expressions;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Statistics;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Api.Classification.Runs;

/// <summary>What a model reads of one family, and what statistics count it by.</summary>
internal sealed record FamilyInput(long Key, string SourceId, DateOnly ObservedOn, ScoringInputs Inputs, CountedFamily Counted);

/// <summary>Reads the inputs of families as the hub knew them at an instant: the current state where it is as old, else the former one. Reading
/// again gives the same, whatever came in between.</summary>
internal sealed class FamilyInputs(ScoringModel model, ClassificationRun run, CountedAnswers? counted = null)
{
    private readonly (Expression<Func<HouseholdRecord, long>> Family, Expression<Func<PersonRecord, long>> Member) _counted =
        counted?.All ?? CountedAnswers.None;

    /// <summary>Families with keys above the first and up to the last, in that order.</summary>
    public async Task<List<FamilyInput>> Read(Registry registry, long after, long last, CancellationToken stop)
    {
        var families = await registry.Households.AsNoTracking().Where(h => h.Key > after && h.Key <= last && h.RecordedAt <= run.KnownAt)
            .Select(ScoringColumns.OfFamily<Household>(model.Variables, _counted.Family)).ToListAsync(stop);
        families.AddRange(await registry.HouseholdVersions.AsNoTracking()
            .Where(v => v.Key > after && v.Key <= last && v.RecordedAt <= run.KnownAt && v.SupersededAt > run.KnownAt)
            .Select(ScoringColumns.OfFamily<HouseholdVersion>(model.Variables, _counted.Family)).ToListAsync(stop));
        var members = await Members(registry, after, last, stop);
        return [.. families.Where(f => IsInScope(f.Row.VillageCode)).OrderBy(f => f.Row.Key).Select(f => Input(f, members.GetValueOrDefault(f.Row.Key)))];
    }

    private FamilyInput Input(Read<HouseholdRecord> family, MembersRead? members)
    {
        var (row, inputs) = (family.Row, ScoringInputs.Of(family.Row, CollectionsMarshal.AsSpan(members?.Answers), model.Variables));
        return new(row.Key, row.SourceId, row.ObservedOn, inputs, new(row.VillageCode, inputs.Members, family.Counted, members?.Counted ?? 0));
    }

    private sealed class MembersRead
    {
        public List<short> Answers { get; } = [];
        public long Counted { get; set; }
    }

    private async Task<Dictionary<long, MembersRead>> Members(Registry registry, long after, long last, CancellationToken stop)
    {
        var present = await registry.Persons.AsNoTracking()
            .Where(p => p.HouseholdKey > after && p.HouseholdKey <= last && p.RecordedAt <= run.KnownAt).Where(Rules.RuleSql.Present)
            .Select(ScoringColumns.OfPerson<Person>(model.Variables, _counted.Member)).ToListAsync(stop);
        var former = await registry.PersonVersions.AsNoTracking()
            .Where(v => v.HouseholdKey > after && v.HouseholdKey <= last && v.RecordedAt <= run.KnownAt && v.SupersededAt > run.KnownAt)
            .Select(ScoringColumns.OfPerson<PersonVersion>(model.Variables, _counted.Member)).ToListAsync(stop);
        present.AddRange(former.Where(p => p.Row.IsPresent));
        present.Sort((a, b) => a.Row.Key.CompareTo(b.Row.Key));

        var members = new Dictionary<long, MembersRead>();
        foreach (var person in present)
        {
            ref var family = ref CollectionsMarshal.GetValueRefOrAddDefault(members, person.Row.HouseholdKey, out _);
            family ??= new();
            family.Counted = PackedReadings.Highest(family.Counted, person.Counted);
            ScoringInputs.Append(family.Answers, person.Row, run.Date, model.Variables);
        }

        return members;
    }

    private bool IsInScope(string village) => run.Scope == ClassificationRun.National
        || village == run.Scope || village.StartsWith(run.Scope + '.', StringComparison.Ordinal);
}
