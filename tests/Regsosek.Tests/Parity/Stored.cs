using Regsosek.Api.Classification;
using Regsosek.Data.Cases;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;
using Regsosek.Data.Participation;
using Regsosek.Data.Registers;

namespace Regsosek.Tests.Parity;

/// <summary>One drawn register in memory, as it is stored: families with their members, runs with their results, former states; the sealed numbers
/// in the clear, by key.</summary>
internal sealed partial class Stored
{
    public required DateOnly Today { get; init; }
    public required IReadOnlyList<ScoringModel> Models { get; init; }
    public List<Household> Families { get; } = [];
    public List<ClassificationRun> Runs { get; } = [];
    public List<FamilyRank> Ranks { get; } = [];
    public List<FamilyScore> Scores { get; } = [];
    public List<HouseholdVersion> FormerFamilies { get; } = [];
    public List<PersonVersion> FormerPersons { get; } = [];
    public List<Membership> Memberships { get; } = [];
    public List<RegisteredFact> Facts { get; } = [];
    public List<FamilyCard> Cards { get; } = [];
    public List<DeliveredRow> Receipts { get; } = [];
    public List<DeliveredPeriod> Periods { get; } = [];
    public List<TargetingCase> Cases { get; } = [];
    public Dictionary<long, string> CardOf { get; } = [];
    public Dictionary<long, string> NikOf { get; } = [];

    /// <summary>The same register without some families and what belongs to them.</summary>
    public Stored Without(int from, int count)
    {
        var gone = Families.Skip(from).Take(count).Select(h => h.Key).ToHashSet();
        var left = new Stored { Today = Today, Models = Models };
        left.Families.AddRange(Families.Where(h => !gone.Contains(h.Key)));
        left.Runs.AddRange(Runs);
        left.Ranks.AddRange(Ranks.Where(r => !gone.Contains(r.HouseholdKey)));
        left.Scores.AddRange(Scores.Where(s => !gone.Contains(s.HouseholdKey)));
        left.FormerFamilies.AddRange(FormerFamilies.Where(v => !gone.Contains(v.Key)));
        left.FormerPersons.AddRange(FormerPersons.Where(v => !gone.Contains(v.HouseholdKey)));
        left.Facts.AddRange(Facts.Where(f => left.Persons.Any(p => p.Key == f.PersonKey)));
        left.Receipts.AddRange(Receipts.Where(r => !gone.Contains(r.HouseholdKey!.Value)));
        left.Periods.AddRange(Periods);
        left.Cases.AddRange(Cases.Where(c => !gone.Contains(c.HouseholdKey)));
        foreach (var (key, card) in CardOf) left.CardOf[key] = card;
        foreach (var (key, nik) in NikOf) left.NikOf[key] = nik;
        return left;
    }

    public IEnumerable<Person> Persons => Families.SelectMany(h => h.Members);
}
