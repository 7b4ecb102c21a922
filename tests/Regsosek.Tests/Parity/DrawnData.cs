using Regsosek.Api.Classification;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;
using Regsosek.Data.Protection;
using Regsosek.Data.Registers;

namespace Regsosek.Tests.Parity;

/// <summary>Draws a small register full of edges: birthdays of today, unknown ages, no head, no NIK or the same NIK twice, don't-knows, stale
/// answers, families that moved or share a card, tuberculosis and HIV, carers, several runs, a past of each, nulls everywhere.</summary>
internal sealed partial class DrawnData(Random random, IReadOnlyList<string> villages, Seal seal, Stored stored, Func<long> nextKey)
{
    private static readonly string[] Names = ["SITI", "YOHANA", "=BUDI", "Ñandú, \"A\"", "", "marthen", "-", "Łucja"];
    private static readonly string[] Texts = ["", "=1+1", "a,b", "two\nlines", "quote\"s", "@x", " edge ", "7"];
    private static readonly string[] RegisteredFacts =
        ["landArea", "commodity", "farmerGroup", "wage", "employmentInsuranceActive", "admission", "orphan", "victimOfGraveViolation"];

    private readonly List<string> _niks = [];

    public static Stored Draw(int seed, int families, IReadOnlyList<string> villages, Seal seal, DateOnly today, IReadOnlyList<ScoringModel> models, Func<long> nextKey)
    {
        var stored = new Stored { Today = today, Models = models };
        new DrawnData(new Random(seed), villages, seal, stored, nextKey).Fill(families);
        return stored;
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Of<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private void Fill(int families)
    {
        for (var i = random.Next(0, 4); i > 0; i--) stored.Runs.Add(Run(Of(stored.Models)));
        for (var i = 0; i < families; i++) stored.Families.Add(Family());
        foreach (var family in stored.Families.Where(_ => Chance(50)).ToList()) Past(family);
        Receipts();
        Cases();

        // Whoever is on record as a former member alone has no row that a fact could be of.
        stored.Facts.RemoveAll(f => stored.Persons.All(p => p.Key != f.PersonKey));
    }

    private ClassificationRun Run(ScoringModel model) => new()
    {
        Key = nextKey(),
        Id = Guid.CreateVersion7(),
        Model = model.Id,
        ModelVersion = model.Version.ToString(),
        ModelHash = model.Hash,
        Scheme = "regsosek-1@1",
        Stage = Of(["initial", "consulted", "final"]),
        Scope = "ID",
        Coverage = "test",
        Date = Day(),
        Demonstration = Chance(50),
        Seed = "1",
        State = RunState.Published,
        PublishedAt = Learned(),
        KnownAt = stored.Today.AddDays(2).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        StartedBy = "test",
    };

    private Household Family()
    {
        var village = Of(villages);
        var family = new Household
        {
            Key = nextKey(),
            Id = Guid.CreateVersion7(),
            Source = "parity",
            SourceId = Guid.CreateVersion7().ToString(),
            ProvinceCode = village[..2],
            RegencyCode = village[..5],
            DistrictCode = village[..8],
            VillageCode = village,
            BuildingGroup = Chance(60) ? Guid.CreateVersion7() : null,
            RespondentName = Chance(70) ? Of(Names) : null,
            RespondentPhone = Chance(70) ? "0811" : null,
            Latitude = Chance(50) ? -2.5 + (random.Next(1000) / 997.0) : null,
            Longitude = Chance(50) ? 140 + (random.Next(1000) / 997.0) : null,
            ObservedOn = Observed(),
            ValidFrom = Day(),
            RecordedAt = Learned(),
        };
        Answer(family, ofPerson: false);
        for (var i = random.Next(0, 5); i > 0; i--) family.Members.Add(Member(family));
        family.MemberCount = (short)family.Members.Count(m => m.IsPresent);
        family.HeadName = Chance(15) ? null : family.Members.Count > 0 && Chance(80) ? Of(family.Members).Name : Of(Names);
        Card(family);
        Rank(family);
        return family;
    }

    private Person Member(Household family)
    {
        var person = new Person
        {
            Key = nextKey(),
            Id = Guid.CreateVersion7(),
            HouseholdKey = family.Key,
            Household = family,
            Source = "parity",
            Name = Chance(10) ? null : Of(Names),
            BirthDate = Born(),
            ObservedOn = Chance(60) ? family.ObservedOn : Observed(),
            ValidFrom = Day(),
            RecordedAt = Learned(),
        };
        Answer(person, ofPerson: true);
        person.Presence = Chance(80) ? MemberPresence.WithFamily : person.Presence;
        person.Relation = Chance(35) ? FamilyRelation.Head : person.Relation;
        if (Chance(30)) person.ChronicIllness = Chance(50) ? Illness.Tuberculosis : Illness.HivAids;
        if (Chance(50)) Carefree(person);
        if (Chance(75)) Number(person);
        if (Chance(60)) Registered(person);
        return person;
    }

    /// <summary>No visible difficulty: what remains of the carer must not tell of a hidden one.</summary>
    private static void Carefree(Person p)
    {
        p.Seeing = p.Hearing = p.Walking = p.Handling = p.Learning = p.Communicating = p.SelfCare = p.Remembering = Difficulty.None;
        p.Carer = Caregiver.FamilyMember;
    }

    /// <summary>What partners' registers say of him now, and said before, each of a later day than the last; some of it is taken back.</summary>
    private void Registered(Person person)
    {
        foreach (var name in RegisteredFacts.Where(_ => Chance(60)))
        {
            var learned = Instants.OrderDescending().Where(_ => Chance(40)).Append(10).ToList();
            var said = learned.Select(_ => Of(Days)).OrderDescending().ToList();
            for (var i = 0; i < learned.Count; i++)
            {
                var fact = Fact(person, name, said[i], learned[i]);
                if (i + 1 < learned.Count)
                    (fact.SupersededAt, fact.ValidTo) = (Instant(stored.Today, learned[i + 1]), stored.Today.AddDays(-said[i + 1]));
                else person.Registered.Add(fact);
                stored.Facts.Add(fact);
            }
        }
    }

    private RegisteredFact Fact(Person person, string name, int said, int learned)
    {
        var isTaken = Chance(10);
        return new()
        {
            Key = nextKey(),
            Fact = name,
            NikSealed = [],
            NikHash = [1],
            PersonKey = person.Key,
            Number = isTaken || name == "commodity" ? null : name is "landArea" or "wage" ? random.Next(0, 4) : random.Next(2),
            Text = isTaken || name != "commodity" ? null : Of(["padi", "kopi", "sawit"]),
            ObservedOn = stored.Today.AddDays(-said),
            RecordedAt = Instant(stored.Today, learned),
            RetainUntil = stored.Today.AddYears(1),
        };
    }

    private void Number(Person person)
    {
        var nik = Chance(5) && _niks.Count > 0 ? Of(_niks) : $"917199{random.Next(1_000_000):000000}{random.Next(10_000):0000}";
        _niks.Add(nik);
        stored.NikOf[person.Key] = nik;
        (person.NikSealed, person.NikHash) = (seal.Close(nik), seal.Hash(nik));
    }

    private void Card(Household family)
    {
        if (Chance(25)) return;
        var shared = Chance(20) && stored.CardOf.Count > 0 ? Of([.. stored.CardOf.Values]) : $"917198{random.Next(1_000_000):000000}0001";
        stored.CardOf[family.Key] = shared;
        (family.FamilyCardSealed, family.FamilyCardHash) = (seal.Close(shared), seal.Hash(shared));
        stored.Cards.Add(new FamilyCard
        {
            Key = nextKey(),
            HouseholdKey = family.Key,
            NumberSealed = seal.Close(shared),
            NumberHash = seal.Hash(shared),
            ValidFrom = family.ValidFrom,
        });
    }

    /// <summary>A row in the run in force, ranked or not, and in some of those before.</summary>
    private void Rank(Household family)
    {
        var inForce = stored.Runs.LastOrDefault()?.Key ?? 0;
        foreach (var run in stored.Runs.Where(_ => Chance(75)))
        {
            var rank = RankRow<FamilyRank>(run.Key, family);

            // Cuts themselves are drawn often: a class holds the whole of its upper bound.
            var percentile = Chance(40) ? Of([5.0, 10, 20, 30, 40, 100]) : random.Next(1, 1000) / 10.0;
            (rank.Position, rank.Percentile, rank.Decile) = (random.Next(1, 1000), percentile, (short)Math.Clamp(Math.Ceiling(percentile / 10), 1, 10));
            (rank.WelfareClass, rank.Score) = (Enum.Parse<WelfareClass>(Oracle.ClassOf(percentile)), (short)random.Next(0, 101));
            stored.Ranks.Add(rank);
            stored.Scores.Add(Score(run, family, rank.Score));
        }

        if (!stored.Ranks.Exists(r => r.RunKey == inForce && r.HouseholdKey == family.Key)) stored.Ranks.Add(RankRow<FamilyRank>(inForce, family));
        var now = stored.Ranks.Single(r => r.RunKey == inForce && r.HouseholdKey == family.Key);
        family.Rank = RankRow<RankInForce>(inForce, family);
        (family.Rank.Position, family.Rank.Percentile, family.Rank.Decile) = (now.Position, now.Percentile, now.Decile);
        (family.Rank.WelfareClass, family.Rank.Score) = (now.WelfareClass, now.Score);
    }

    private static T RankRow<T>(long run, Household family)
        where T : RankRecord, new() => new()
        {
            RunKey = run,
            HouseholdKey = family.Key,
            ProvinceCode = family.ProvinceCode,
            RegencyCode = family.RegencyCode,
            DistrictCode = family.DistrictCode,
            VillageCode = family.VillageCode,
        };

    private FamilyScore Score(ClassificationRun run, Household family, short? score) => new()
    {
        RunKey = run.Key,
        HouseholdKey = family.Key,
        VillageCode = family.VillageCode,
        Persons = family.MemberCount,
        Ticket = new byte[16],
        Inputs = new byte[16],
        Score = score,
        Expenditure = Chance(50) ? random.Next(100_000, 3_000_000) : null,
        Likelihood = random.Next(0, 1000) / 10.0,
        Missing = Chance(20) ? 5 : 0,
        Assumed = Chance(20) ? 1 : 0,
    };

    private void Answer(object row, bool ofPerson)
    {
        foreach (var question in Question.All.Where(q => q.OfPerson == ofPerson && !Chance(25)))
        {
            var property = row.GetType().GetProperty(question.Property)!;
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(row, Value(question, type));
        }
    }

    private object Value(Question question, Type type) => question switch
    {
        { IsSum: true } => Enum.ToObject(type, Chance(15) ? Of(question.Codes) : question.Codes.Where(c => c is > 0 and < 99 && Chance(40)).Sum()),
        { IsCoded: true } => Enum.ToObject(type, Of(question.Codes)),
        { Type: "date" } => stored.Today.AddDays(-random.Next(0, 400)),
        { Type: "integer" } => (short)random.Next(question.Min, Math.Min(question.Max, question.Min + 6) + 1),
        _ => Of(Texts) is var text && text.Length <= question.MaxLength ? text : text[..question.MaxLength],
    };

    private DateOnly Observed() => Of([
        stored.Today.AddDays(-random.Next(0, 170)), stored.Today.AddMonths(-6), stored.Today.AddMonths(-6).AddDays(-1), stored.Today.AddYears(-1),
        stored.Today.AddMonths(-36).AddDays(-1), stored.Today.AddDays(-1)]);

    private DateOnly? Born() => random.Next(10) switch
    {
        0 => null,
        1 => stored.Today.AddYears(-18).AddDays(random.Next(-1, 2)),
        2 => stored.Today.AddYears(-60).AddDays(random.Next(-1, 2)),
        3 => stored.Today.AddYears(-random.Next(0, 90)).AddDays(random.Next(-1, 2)),
        4 => new DateOnly(2024 - (4 * random.Next(0, 20)), 2, 29),
        5 when Chance(30) => stored.Today.AddDays(random.Next(1, 300)),
        _ => stored.Today.AddDays(-random.Next(0, 30_000)),
    };
}
