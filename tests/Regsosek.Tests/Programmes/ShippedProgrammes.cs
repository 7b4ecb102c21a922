using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Rules;

namespace Regsosek.Tests.Programmes;

public sealed class ShippedProgrammes
{
    private static readonly ProgrammeCatalogue Catalogue = ProgrammeCatalogue.Load(Path.Combine(Families.Schema, "programmes"), Families.Catalogue);

    public static TheoryData<string> Codes => [.. Catalogue.All.Where(p => p.Draft is null).Select(p => p.Code)];

    [Fact]
    public void Are_those_of_the_field()
    {
        Assert.Equal(
            ["ATENSI", "BERAS", "BLT-DD", "BSPS", "BSU", "GIZI", "KIP-KULIAH", "LISTRIK", "PBI-JKN", "PIP", "PKH", "PRAKERJA", "PUPUK", "SEMBAKO"],
            Catalogue.All.Where(p => p.Draft is null).Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.Equal(["KUR", "LPG", "UMI"], Catalogue.All.Where(p => p.Draft is not null).Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.All(Catalogue.All, p => Assert.Equal(p.Draft is null, p.InForce(new(2026, 1, 1)) is not null));
    }

    [Fact]
    public void Rice() => Assert.All([(1, Standing.ELIGIBLE), (7, Standing.ELIGIBLE), (8, Standing.NOT_ELIGIBLE)],
        of => Expect("BERAS", of.Item2, Families.Family(("decile", of.Item1)).With(Worker)));

    [Fact]
    public void Nutrition()
    {
        ExpectFirst("GIZI", Standing.ELIGIBLE, Families.Family().With(("age", 2), ("nutrition", 2)));
        ExpectFirst("GIZI", Standing.ELIGIBLE, Families.Family().With(("age", 25), ("sex", 2), ("maritalStatus", 2), ("pregnant", 1)));
        ExpectFirst("GIZI", Standing.NOT_ELIGIBLE, Families.Family().With(("age", 2), ("nutrition", 3), ("sex", 1)));
        ExpectFirst("GIZI", Standing.UNKNOWN, Families.Family().With(("age", 2), ("nutrition", 8), ("sex", 1)), missing: "nutrition");
    }

    [Fact]
    public void Kip_kuliah()
    {
        (string, object?)[] graduate = [("age", 19), ("diploma", 12)];
        ExpectFirst("KIP-KULIAH", Standing.UNKNOWN, Poor().With(graduate), missing: "ext:admission");
        ExpectFirst("KIP-KULIAH", Standing.NOT_ELIGIBLE, Families.Family(("decile", 4)).With(graduate));
        ExpectFirst("KIP-KULIAH", Standing.NOT_ELIGIBLE, Poor().With(("age", 19), ("diploma", 6)));
    }

    [Fact]
    public void Atensi()
    {
        ExpectFirst("ATENSI", Standing.UNKNOWN, Poor().With(("age", 9)), missing: "ext:orphan");
        ExpectFirst("ATENSI", Standing.NOT_ELIGIBLE, Poor().With(("age", 18)));
    }

    [Fact]
    public void Pkh()
    {
        Expect("PKH", Standing.ELIGIBLE, Poor().With(Worker).With(("age", 70), ("worked", 2)));
        Expect("PKH", Standing.NOT_ELIGIBLE, Families.Family(("decile", 7)).With(Worker).With(("age", 70), ("worked", 2)));
        Expect("PKH", Standing.NOT_ELIGIBLE, Poor().With(("age", 40), ("worked", 1), ("jobStatus", 5)).With(("age", 2)));
        Expect("PKH", Standing.NOT_ELIGIBLE, Poor().With([.. Worker, .. Able, ("sex", 1), ("schoolParticipation", 3)]));
        Expect("PKH", Standing.UNKNOWN, Families.Family().With(Worker).With(("age", 2)), missing: "decile");
        Expect("PKH", Standing.UNKNOWN, Poor().With([.. Worker, .. Able, ("sex", 2), ("maritalStatus", 2), ("schoolParticipation", 3)]), missing: "pregnant");
    }

    [Fact]
    public void Sembako()
    {
        Expect("SEMBAKO", Standing.ELIGIBLE, Poor().With(Worker));
        Expect("SEMBAKO", Standing.NOT_ELIGIBLE, Families.Family(("decile", 5)).With(Worker));
        Expect("SEMBAKO", Standing.UNKNOWN, Poor().With(("age", 40)), missing: "jobStatus");
    }

    [Fact]
    public void Pbi_jkn()
    {
        Household Insured(int? kinds, int presence = 1) =>
            Families.Family(("decile", 5)).With(("presence", presence), ("age", 30), ("healthInsurance", kinds), ("nikHash", new byte[] { 1 }));
        ExpectFirst("PBI-JKN", Standing.ELIGIBLE, Insured(1));
        ExpectFirst("PBI-JKN", Standing.NOT_ELIGIBLE, Insured(4 + 8));
        ExpectFirst("PBI-JKN", Standing.NOT_ELIGIBLE, Insured(1, presence: 2));
        ExpectFirst("PBI-JKN", Standing.NOT_ELIGIBLE, Families.Family(("decile", 5)).With(("age", 30), ("healthInsurance", 0)));
        ExpectFirst("PBI-JKN", Standing.UNKNOWN, Insured(99), missing: "healthInsurance");
    }

    [Fact]
    public void Blt_dd()
    {
        Expect("BLT-DD", Standing.ELIGIBLE, Families.Family(("decile", 1)).With(Worker));
        Expect("BLT-DD", Standing.UNKNOWN, Families.Family(("decile", 3)).With(Worker), missing: "ext:villageQuotaLeft");
        Household NotPoor() => Families.Family(("decile", 6), ("receivedPkh", 1));
        Expect("BLT-DD", Standing.UNKNOWN, NotPoor().With([.. Worker, ("chronicIllness", 7)]), missing: "ext:villageQuotaLeft");
        Expect("BLT-DD", Standing.NOT_ELIGIBLE, NotPoor().With([.. Worker, .. Able, ("chronicIllness", 1)]));
        Expect("BLT-DD", Standing.NOT_ELIGIBLE, Families.Family(("decile", 1)).With(("age", 40), ("worked", 1), ("jobStatus", 5)));
    }

    [Fact]
    public void Pip()
    {
        var verdict = ExpectFirst("PIP", Standing.ELIGIBLE, Poor().With(("age", 14), ("schoolParticipation", 2), ("schoolLevel", 8)));
        Assert.Equal(("junior-secondary", (bool?)true, 750_000m), verdict.Benefit!.Components.Select(c => (c.Code, c.Paid, c.Amounts[0].Value)).Single());
        ExpectFirst("PIP", Standing.ELIGIBLE, Families.Family(("decile", 8), ("receivedPkh", 1)).With(("age", 8), ("schoolParticipation", 2)));
        ExpectFirst("PIP", Standing.NOT_ELIGIBLE, Poor().With(("age", 22), ("schoolParticipation", 2)));
        var unaided = Families.Family(("decile", 8), ("receivedPkh", 2), ("receivedSembako", 2));
        ExpectFirst("PIP", Standing.NOT_ELIGIBLE, unaided.With([.. Able, ("age", 8), ("schoolParticipation", 2)]));
        ExpectFirst("PIP", Standing.UNKNOWN, Poor().With(("age", 8)), missing: "schoolParticipation");
    }

    [Fact]
    public void Prakerja()
    {
        (string, object?)[] seeker = [("age", 25), ("schoolParticipation", 3), ("worked", 2), ("receivesPrakerja", 2)];
        ExpectFirst("PRAKERJA", Standing.ELIGIBLE, Families.Family().With(seeker));
        ExpectFirst("PRAKERJA", Standing.NOT_ELIGIBLE, Families.Family().With([.. seeker, ("age", 17)]));
        Household Beside(int first, int second) =>
            Families.Family().With(seeker).With([.. seeker, ("receivesPrakerja", first)]).With([.. seeker, ("receivesPrakerja", second)]);
        ExpectFirst("PRAKERJA", Standing.ELIGIBLE, Beside(1, 2));
        ExpectFirst("PRAKERJA", Standing.NOT_ELIGIBLE, Beside(1, 1));
        ExpectFirst("PRAKERJA", Standing.UNKNOWN, Beside(1, 8), missing: "receivesPrakerja");
    }

    [Fact]
    public void Bsu()
    {
        (string, object?)[] employee = [("age", 30), ("worked", 1), ("jobStatus", 4), ("employmentInsurance", 1 + 4), ("nikHash", new byte[] { 1 })];
        ExpectFirst("BSU", Standing.UNKNOWN, Families.Family(("receivedPkh", 2)).With(employee), missing: "ext:wage");
        ExpectFirst("BSU", Standing.NOT_ELIGIBLE, Families.Family(("receivedPkh", 1)).With(employee));
        ExpectFirst("BSU", Standing.NOT_ELIGIBLE, Families.Family(("receivedPkh", 2)).With([.. employee, ("employmentInsurance", 4)]));
    }

    [Fact]
    public void Pupuk()
    {
        ExpectFirst("PUPUK", Standing.UNKNOWN, Families.Family().With(("age", 40), ("worked", 1), ("sector", 1)), missing: "ext:landArea");
        ExpectFirst("PUPUK", Standing.NOT_ELIGIBLE, Families.Family().With(("age", 40), ("worked", 1), ("sector", 12), ("ownsBusiness", 2)));
    }

    [Fact]
    public void Bsps()
    {
        (string, object?)[] sound =
        [
            ("tenure", 1), ("landProof", 1), ("hasOtherHouse", 2), ("floor", 2), ("wall", 1), ("roof", 3), ("floorArea", 60), ("toilet", 1), ("drinkingWater", 3),
        ];
        Expect("BSPS", Standing.NOT_ELIGIBLE, Families.Family(sound).With(Worker));
        Expect("BSPS", Standing.ELIGIBLE, Families.Family([.. sound, ("floorArea", 7)]).With(Worker));
        Expect("BSPS", Standing.NOT_ELIGIBLE, Families.Family([.. sound, ("floor", 8), ("landProof", 6)]).With(Worker));
        Expect("BSPS", Standing.UNKNOWN, Families.Family([.. sound, ("roof", null)]).With(Worker), missing: "roof");
    }

    [Fact]
    public void Listrik()
    {
        Expect("LISTRIK", Standing.ELIGIBLE, Families.Family(("lighting", 1), ("meterPower1", 1)));
        Expect("LISTRIK", Standing.ELIGIBLE, Families.Family(("lighting", 1), ("meterPower1", 2), ("decile", 4)));
        Expect("LISTRIK", Standing.NOT_ELIGIBLE, Families.Family(("lighting", 4)));
        Expect("LISTRIK", Standing.UNKNOWN, Families.Family(("lighting", 1), ("meterPower1", 2)), missing: "decile");
    }

    [Theory, MemberData(nameof(Codes)), OnEveryEngine]
    public void Give_the_same_list_in_sql(string code)
    {
        var rule = Catalogue.InForce(code, Families.Today)!.Rule;
        var families = RandomRules.Population(150, seed: 11);
        using var store = new Store(families);
        using var registry = store.Open();
        var expected = rule.Unit == Unit.Family
            ? families.Select(f => (f.Key, rule.Decide(f, null, Families.Today)))
            : families.SelectMany(f => f.Members.Select(m => (m.Key, rule.Decide(f, m, Families.Today))));
        IEnumerable<long> Listed(Kleene outcome) => rule.Unit == Unit.Family
            ? registry.Households.Where(Of(rule.ForFamilies(Families.Today), outcome)).Select(h => h.Key)
            : registry.Persons.Where(Of(rule.ForPersons(Families.Today), outcome)).Select(p => p.Key);
        foreach (var group in expected.ToLookup(e => e.Item2, e => e.Key)) Assert.Equal(group.Order(), Listed(group.Key).Order());
    }

    [Theory, MemberData(nameof(Codes))]
    public void Translate_for_every_engine(string code)
    {
        var rule = Catalogue.InForce(code, Families.Today)!.Rule;
        (Engine, string)[] engines = [(Engine.Sqlite, "Data Source=:memory:"), (Engine.PostgreSql, "Host=127.0.0.1"), (Engine.SqlServer, "Server=127.0.0.1")];
        foreach (var (engine, connection) in engines)
        {
            using var registry = new Registries(engine, connection, TimeProvider.System).For(Caller.System("translate"));
            var sql = rule.Unit == Unit.Family
                ? registry.Households.Where(rule.ForFamilies(Families.Today).IsUnknown).ToQueryString()
                : registry.Persons.Where(rule.ForPersons(Families.Today).IsUnknown).ToQueryString();
            Assert.Contains("SELECT", sql, StringComparison.Ordinal);
        }
    }

    private static (string, object?)[] Worker => [("age", 40), ("worked", 1), ("jobStatus", 6)];

    private static (string, object?)[] Able =>
        [.. new[] { "seeing", "hearing", "walking", "handling", "learning", "behaviour", "communicating", "selfCare", "remembering" }.Select(d => (d, (object?)4))];

    private static Household Poor() => Families.Family(("decile", 2));

    private static System.Linq.Expressions.Expression<Func<T, bool>> Of<T>(RulePredicate<T> predicate, Kleene outcome) =>
        outcome switch { Kleene.True => predicate.IsTrue, Kleene.False => predicate.IsFalse, _ => predicate.IsUnknown };

    private static Verdict Expect(string code, Standing standing, Household family, string? missing = null, Person? person = null)
    {
        var verdict = Eligibility.Decide(Catalogue.InForce(code, Families.Today)!, family, person, Families.Today);
        Assert.Equal(standing, verdict.Standing);
        if (missing is not null) Assert.Contains(missing, verdict.Missing);
        return verdict;
    }

    private static Verdict ExpectFirst(string code, Standing standing, Household family, string? missing = null) =>
        Expect(code, standing, family, missing, family.Members[0]);
}
