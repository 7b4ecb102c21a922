using System.Text.Json;
using System.Text.Json.Nodes;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Households;
using static Regsosek.Data.FieldGroups;

namespace Regsosek.Tests.Parity;

/// <content>Eligibility and look-ups. What a rule says of a family is taken from the rule itself (tests/Rules hold both its executions against each
/// other); who is asked about, in which order, and what of a verdict is shown is said here once more.</content>
internal sealed partial class Oracle
{
    private static readonly ProgrammeCatalogue Catalogue =
        ProgrammeCatalogue.Load(Path.Combine(Api.Hub.Schema, "programmes"), Facts.Load(Api.Hub.Schema));
    private static readonly string[] OfEntry =
        ["id", "region", "familyCard", "headName", "memberCount", "welfareClass", "decile", "classification", "observedOn"];
    private static readonly string[] OfEntitled = ["id", "nik", "name", "sex", "birthDate", "relation"];

    public static IEnumerable<string> Programmes => Catalogue.All.Where(p => p.Draft is null).Select(p => p.Code);

    public static bool IsOfPersons(string code) => Catalogue.Find(code)!.Unit == Unit.Person;

    private ProgrammeVersion Version(string code) => Catalogue.Find(code)!.InForce(stored.Today)!;

    // --- One family -------------------------------------------------------------------------------------------------------------------------

    public JsonObject Eligibility(string code, Household h)
    {
        var version = Version(code);
        var run = RunOf(h);
        List<Verdict> verdicts = IsOfPersons(code)
            ? [.. Present(h).Select(p => Api.Programmes.Eligibility.Decide(version, h, p, stored.Today))]
            : [Api.Programmes.Eligibility.Decide(version, h, null, stored.Today)];
        var view = new JsonObject
        {
            ["programme"] = code,
            ["version"] = version.Version,
            ["hash"] = version.Hash,
            ["decree"] = version.Decree,
            ["householdId"] = Shown(h.Id).ToString(),
            ["verdict"] = Best(verdicts),
            ["missing"] = new JsonArray([.. verdicts.SelectMany(v => Missing(v.Reasons)).Distinct().Select(f => (JsonNode)f)]),
            ["decidedOn"] = OracleFields.Json(stored.Today),
            ["indicative"] = run?.Stage != "final",
            ["classification"] = Sees(FieldGroups.Classification) ? Ranking(h) : null,
            ["reasons"] = IsOfPersons(code) ? new JsonArray() : Reasons(verdicts[0], run?.Date),
            ["related"] = JsonSerializer.SerializeToNode(Catalogue.Find(code)!.Related, Api.Http.Json.Web),
            ["smallestChange"] = IsOfPersons(code) ? null : Change(version, h, null),
        };
        if (!IsOfPersons(code)) view["benefit"] = Benefit(verdicts[0], version);
        else
            view["persons"] = new JsonArray([.. Present(h).Zip(verdicts).Select(pair => (JsonNode)new JsonObject
            {
                ["personId"] = Shown(pair.First.Id).ToString(),
                ["verdict"] = pair.Second.Standing.ToString(),
                ["reasons"] = Reasons(pair.Second, run?.Date),
                ["missing"] = new JsonArray([.. Missing(pair.Second.Reasons).Select(f => (JsonNode)f)]),
                ["benefit"] = Benefit(pair.Second, version),
                ["smallestChange"] = Change(version, h, pair.First),
            })]);
        return view;
    }

    private static IEnumerable<Person> Present(Household h) => h.Members.Where(p => p.IsPresent).OrderBy(p => p.Key);

    private static string Best(List<Verdict> verdicts) =>
        verdicts.Any(v => v.Standing == Api.Programmes.Standing.ELIGIBLE) ? "ELIGIBLE"
        : verdicts.Count == 0 || verdicts.Any(v => v.Standing == Api.Programmes.Standing.UNKNOWN) ? "UNKNOWN"
        : "NOT_ELIGIBLE";

    /// <summary>Of a clause on a hidden field outcome and finding are left out, and so of a clause that holds such clauses; the outcome of the whole
    /// rule is the verdict.</summary>
    private JsonArray Reasons(Verdict verdict, DateOnly? ranked) => [.. verdict.Reasons.Select(c =>
    {
        var seen = SeesClause(c);
        var label = c.Label is null ? null : new JsonObject { ["en"] = c.Label.En, ["id"] = c.Label.Id };
        return new JsonObject
        {
            ["clause"] = c.Id,
            ["within"] = c.Within,
            ["outcome"] = seen || c.Within is null ? c.Outcome.ToString().ToUpperInvariant() : null,
            ["needed"] = c.Needed,
            ["found"] = seen ? c.Found : null,
            ["source"] = seen ? c.Source?.ToString().ToLowerInvariant() : null,
            ["observedOn"] = !seen ? null : OracleFields.Json(c.Source == FactSource.Ranking ? ranked : c.ObservedOn),
            ["reason"] = seen ? c.Reason : "not-granted",
            ["label"] = label,
            ["contest"] = seen ? Labelled(c.Contest) : null,
        };
    })];

    private static JsonObject? Labelled(Label? label) => label is null ? null : new() { ["en"] = label.En, ["id"] = label.Id };

    /// <summary>For who has the scope and sees all that can decide; every other is told nothing.</summary>
    private JsonObject? Change(ProgrammeVersion version, Household h, Person? p)
    {
        if (!terms.Scopes.Contains("eligibility.advise") || !version.Rule.Facts.All(f => Sees(GroupOfFact(f)))) return null;
        if (version.Rule.Changes(h, p, stored.Today) is not { } changes) return null;
        return new()
        {
            ["verdict"] = version.Rule.Decide(h, p, stored.Today) == Kleene.True ? "NOT_ELIGIBLE" : "ELIGIBLE",
            ["changes"] = new JsonArray([.. changes.Select(c => (JsonNode)new JsonObject
            {
                ["fact"] = c.Fact.Name,
                ["label"] = Labelled(c.Fact.Label),
                ["needed"] = $"{c.Fact.Name} {c.Test.Show(c.Fact.Show)}",
                ["contest"] = Labelled(c.Fact.Contest),
                ["personId"] = Shown(c.Person.Id).ToString(),
            })]),
        };
    }

    private bool SeesClause(Clause clause) => clause.Facts.All(f => Sees(GroupOfFact(f)));

    /// <summary>Of a verdict that is unknown: what the clauses he sees lack, those within them left aside; and one word when he does not see all,
    /// whatever the hidden ones lack.</summary>
    private IEnumerable<string> Missing(IReadOnlyList<Clause> clauses)
    {
        if (clauses[0].Outcome != Kleene.Unknown) return [];
        var seen = clauses.Where(SeesClause).ToList();
        var lacked = seen.Where(c => !seen.Any(around => around.Id == c.Within)).SelectMany(c => c.Missing);
        return (seen.Count == clauses.Count ? lacked : lacked.Append("not-granted")).Distinct();
    }

    /// <summary>A component is shown to those who see all that its own rule stands on; whether it is paid, to those who see all components.</summary>
    private JsonNode? Benefit(Verdict verdict, ProgrammeVersion version)
    {
        if (verdict.Benefit is not { } benefit) return null;
        var seen = version.Benefit.Components.Where(c => c.Rule.Facts.All(f => Sees(GroupOfFact(f)))).Select(c => c.Code).ToList();
        return JsonSerializer.SerializeToNode(benefit with
        {
            Components = [.. benefit.Components.Where(c => seen.Contains(c.Code)).Select(c =>
                c with { Person = Shown(c.Person), Paid = seen.Count == version.Benefit.Components.Count ? c.Paid : null })],
            Undecided = [.. benefit.Undecided.Where(seen.Contains)],
        }, Api.Http.Json.Web);
    }

    /// <summary>The groups of what a rule may name; of another register's, those of its subject.</summary>
    private static FieldGroups GroupOfFact(string fact) => fact switch
    {
        "decile" or "percentile" or "welfareClass" => FieldGroups.Classification,
        "memberCount" or "age" => Demography,
        "floorAreaPerHead" => Housing | Demography,
        "province" or "regency" or "district" or "village" => Location,
        "hasNik" => Identity,
        "sectorGroup" => Work,

        // Its answers hold tuberculosis and HIV/AIDS.
        "chronicIllness" => Health | HealthSensitive,
        "ext:landArea" or "ext:commodity" or "ext:farmerGroup" or "ext:wage" or "ext:employmentInsuranceActive" => Work,
        "ext:admission" => Education,
        "ext:orphan" => Demography,
        "ext:victimOfGraveViolation" => Protection,
        "ext:villageQuotaLeft" => None,
        _ => OracleFields.GroupOf(Question.All.Single(q => q.Name == fact)),
    };

    // --- Lists ------------------------------------------------------------------------------------------------------------------------------

    /// <summary>Everybody with one of the verdicts, poorest first, unranked last; without the classification in the order of entry.</summary>
    public List<(JsonObject Entry, JsonObject Bare)> Eligible(string code, string? region, IReadOnlyList<string> verdicts)
    {
        var version = Version(code);
        var subjects = Families.Where(h => region is null || IsIn(h, region)).SelectMany(h =>
            IsOfPersons(code) ? Present(h).Select(p => (h, p: (Person?)p, key: p.Key)) : [(h, p: null, key: h.Key)]);
        var found = subjects.Select(s => (s.h, s.p, s.key, trace: version.Rule.Explain(s.h, s.p, stored.Today)))
            .Where(s => verdicts.Contains(Api.Programmes.Eligibility.Of(s.trace.Outcome).ToString())).OrderBy(s => s.key);
        var ordered = Sees(FieldGroups.Classification) ? found.OrderBy(s => s.h.Rank.Percentile ?? double.MaxValue).ThenBy(s => s.key) : found;
        return [.. ordered.Select(s => (Entry(s.h, s.p, s.trace), Entry(s.h, s.p, s.trace)))];
    }

    private JsonObject Entry(Household h, Person? p, Trace trace) => new()
    {
        ["householdId"] = Shown(h.Id).ToString(),
        ["personId"] = p is null ? null : Shown(p.Id).ToString(),
        ["verdict"] = Api.Programmes.Eligibility.Of(trace.Outcome).ToString(),
        ["missing"] = new JsonArray([.. Missing(trace.Clauses).Select(f => (JsonNode)f)]),
        ["household"] = Row(h, OfEntry, null),
        ["person"] = p is null ? null : Row(p, OfEntitled),
    };

    // --- Numbers ----------------------------------------------------------------------------------------------------------------------------

    /// <summary>Who in scope holds the number; of several the first entered.</summary>
    private Person? Holder(string nik) =>
        Families.SelectMany(h => h.Members).Where(p => stored.NikOf.GetValueOrDefault(p.Key) == nik).MinBy(p => p.Key);

    /// <summary>Nowhere and not for you are one answer; ids are for holders of identity rights, the rank for those who see it.</summary>
    public JsonObject Lookup(string nik)
    {
        if (Holder(nik) is not { } person) return new() { ["found"] = false };
        var (h, ranked) = (person.Household, Sees(FieldGroups.Classification));
        return new()
        {
            ["found"] = true,
            ["welfareClass"] = ranked ? OracleFields.Json(h.Rank.WelfareClass) : null,
            ["decile"] = ranked ? OracleFields.Json(h.Rank.Decile) : null,
            ["classification"] = ranked ? Ranking(h) : null,
            ["householdId"] = Sees(Identity) ? h.Id.ToString() : null,
            ["personId"] = Sees(Identity) ? person.Id.ToString() : null,
        };
    }

    public JsonObject VerdictOf(string code, string nik)
    {
        if (Holder(nik) is not { } person) return new() { ["found"] = false };
        var outcome = Version(code).Rule.Decide(person.Household, IsOfPersons(code) ? person : null, stored.Today);
        return new()
        {
            ["found"] = true,
            ["verdict"] = Api.Programmes.Eligibility.Of(outcome).ToString(),
            ["householdId"] = Sees(Identity) ? person.Household.Id.ToString() : null,
            ["personId"] = Sees(Identity) ? person.Id.ToString() : null,
        };
    }
}
