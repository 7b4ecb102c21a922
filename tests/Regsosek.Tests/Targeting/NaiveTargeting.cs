using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Api.Targeting;
using Regsosek.Data.Households;
using Regsosek.Data.Participation;

namespace Regsosek.Tests.Targeting;

/// <summary>The outcomes of every family or person, one by one in memory by the interpreter of the rules: what the figures are held against.</summary>
internal sealed class NaiveTargeting(IReadOnlyList<NaiveTargeting.Subject> subjects, IReadOnlyList<NaiveTargeting.Receiver> receivers)
{
    public sealed record Subject(Household Family, Person? Person, string Outcome);

    public sealed record Receiver(Household Family, IReadOnlySet<string> Flags);

    public IReadOnlyList<Subject> Subjects => subjects;

    public IReadOnlyList<Receiver> Receivers => receivers;

    public static async Task<NaiveTargeting> Of(TestHub hub, string code, string period)
    {
        var programme = hub.Get<ProgrammeCatalogue>().Find(code)!;
        var of = Periods.Parse(period)!.Value;
        var day = Periods.Ends(of);
        var version = programme.InForce(day)!;
        await using var registry = hub.Registry();
        var families = await registry.Households.AsNoTrackingWithIdentityResolution().Include(h => h.Rank).Include(h => h.Members).AsSplitQuery().ToListAsync();
        var rows = (await registry.DeliveredRows.AsNoTracking().Where(r => r.Programme == code && r.Period == of && r.State == RowState.Standing && r.HouseholdKey != null).ToListAsync())
            .ToLookup(r => r.HouseholdKey!.Value, r => r.PersonKey);
        var (subjects, receivers) = (new List<Subject>(), new List<Receiver>());
        foreach (var family in families)
        {
            var paid = rows[family.Key].ToList();
            if (programme.Unit == Unit.Family) subjects.Add(new(family, null, Outcome(version.Rule.Decide(family, null, day), paid.Count > 0)));
            else subjects.AddRange(family.Members.Where(p => p.IsPresent || paid.Contains(p.Key)).Select(p => new Subject(family, p,
                Outcome(p.IsPresent ? version.Rule.Decide(family, p, day) : Kleene.False, paid.Contains(p.Key) || paid.Contains(null)))));
            if (paid.Count > 0) receivers.Add(new(family, hub.Get<TargetingFlags>().All.Where(f => Has(f, family, paid, day)).Select(f => f.Code).ToHashSet()));
        }

        return new(subjects, receivers);
    }

    private static bool Has(TargetingFlag flag, Household family, List<long?> paid, DateOnly day) => flag.Rule.Unit == Unit.Family
        ? flag.Rule.Decide(family, null, day) == Kleene.True
        : family.Members.Any(p => paid.Contains(p.Key) && flag.Rule.Decide(family, p, day) == Kleene.True);

    private static string Outcome(Kleene standing, bool receives) =>
        $"{(standing == Kleene.True ? "entitled" : standing == Kleene.False ? "not-entitled" : "unknown")}-{(receives ? "receiving" : "not-receiving")}";
}
