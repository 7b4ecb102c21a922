using System.Text.Json.Nodes;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;
using static Regsosek.Data.FieldGroups;

namespace Regsosek.Tests.Parity;

/// <content>Fields: the mask.</content>
internal sealed partial class Oracle
{
    /// <summary>Which fields an answer holds. The id is always there; a rank brings the classification beside it.</summary>
    public static (IReadOnlyList<string> Family, IReadOnlyList<string>? Member) Selected(IReadOnlyList<string>? fields, bool members)
    {
        var all = OracleFields.OfFamily.Select(f => f.Name);
        IReadOnlyList<string> ofMember = [.. OracleFields.OfMember.Select(f => f.Name)];
        if (fields is null) return ([.. all.Where(f => members || f != "members")], members ? ofMember : null);
        var named = fields.Where(f => f.StartsWith("members.", StringComparison.Ordinal)).Select(f => f["members.".Length..]).ToList();
        List<string> own = ["id", .. fields.Where(f => !f.Contains('.'))];
        if (own.Any(f => f is "decile" or "welfareClass" or "score")) own.Add("classification");
        var with = members || named.Count > 0 || own.Contains("members");
        if (with) own.Add("members");
        return ([.. own.Distinct()], !with ? null : named.Count > 0 ? named : ofMember);
    }

    /// <summary>A family as the caller sees it, with the reasons for what he does not.</summary>
    public JsonObject Row(Household h, IReadOnlyList<string> fields, IReadOnlyList<string>? ofMember)
    {
        var (row, masked) = (new JsonObject(), new JsonObject());
        foreach (var name in fields)
        {
            var field = OracleFields.FamilyByName[name];
            if (!Sees(field.Group)) masked[name] = "not-granted";
            else if (name == "headName" && HidesHead(h)) masked[name] = "child";
            row[name] = masked.ContainsKey(name) ? null : name switch
            {
                "id" => Shown(h.Id).ToString(),
                "buildingGroup" => h.BuildingGroup is { } building ? Shown(building).ToString() : null,
                "familyCard" => stored.CardOf.GetValueOrDefault(h.Key),
                "classification" => Ranking(h),
                "members" => new JsonArray([.. h.Members.OrderBy(p => p.Key).Select(p => (JsonNode)Row(p, ofMember!))]),
                _ => OracleFields.Json(field.Stored(h)),
            };
        }

        row["_masked"] = masked;
        return row;
    }

    public JsonObject Row(Person p, IReadOnlyList<string> fields)
    {
        var (row, masked) = (new JsonObject(), new JsonObject());
        foreach (var name in fields)
        {
            var field = OracleFields.MemberByName[name];
            if (!Sees(field.Group)) masked[name] = "not-granted";
            else if (name is "name" or "nik" && HidesChild(p)) masked[name] = "child";
            row[name] = masked.ContainsKey(name) ? null : name switch
            {
                "id" => Shown(p.Id).ToString(),
                "nik" => stored.NikOf.GetValueOrDefault(p.Key),
                "age" => AgeOf(p, stored.Today),
                _ => OracleFields.Json(Shown(p, name)),
            };
        }

        row["_masked"] = masked;
        return row;
    }

    /// <summary>Without identity rights every id is a pseudonym.</summary>
    public Guid Shown(Guid id) => Sees(Identity) ? id : pseudonym(id);

    /// <summary>An answer of the form as it is shown when its group is granted. Two of them are told with care.</summary>
    private object? Shown(Person p, string name) => name switch
    {
        // Tuberculosis and HIV/AIDS read 18, other, with no reason beside it.
        "chronicIllness" when !Sees(HealthSensitive) && (int?)p.ChronicIllness is 7 or 12 => Illness.Other,

        // Under 60 the carer is asked only when some difficulty is severe: shown where a visible one explains it.
        "carer" when !Sees(HealthSensitive) && !(AgeOf(p, stored.Today) >= 60) && !HasVisibleDifficulty(p) => null,
        _ => OracleFields.MemberByName[name].Stored(p),
    };

    private static bool HasVisibleDifficulty(Person p) =>
        new[] { p.Seeing, p.Hearing, p.Walking, p.Handling, p.Learning, p.Communicating, p.SelfCare, p.Remembering }.Any(d => (int?)d is 1 or 2);

    /// <summary>Under 18, or of unknown age, for a caller without the identity of children.</summary>
    private bool HidesChild(Person p) => !Sees(Children) && !IsAdult(p);

    /// <summary>The head's name is hidden unless a head is known to be an adult and no child bears that name.</summary>
    private bool HidesHead(Household h) => !Sees(Children)
        && (!h.Members.Any(p => p.Relation == FamilyRelation.Head && IsAdult(p)) || h.Members.Any(p => !IsAdult(p) && p.Name == h.HeadName));

    private bool IsAdult(Person p) => AgeOf(p, stored.Today) >= 18;

    /// <summary>Completed years; unknown without a birth date, or with one that is still to come.</summary>
    public static int? AgeOf(Person p, DateOnly today)
    {
        if (p.BirthDate is not { } born || born > today) return null;
        var had = (today.Month, today.Day).CompareTo((born.Month, born.Day)) >= 0;
        return today.Year - born.Year - (had ? 0 : 1);
    }

    /// <summary>By which run the family was ranked.</summary>
    private JsonObject? Ranking(Household h) => RunOf(h) is { } run ? Ranking(run) : null;

    public ClassificationRun? RunOf(Household h) => h.Rank.Decile is null ? null : stored.Runs.Single(r => r.Key == h.Rank.RunKey);

    private static JsonObject Ranking(ClassificationRun run) => new()
    {
        ["scheme"] = run.Scheme,
        ["model"] = run.Model,
        ["version"] = run.ModelVersion,
        ["stage"] = run.Stage,
        ["scope"] = run.Scope,
        ["coverage"] = run.Coverage,
        ["date"] = OracleFields.Json(run.Date),
        ["demonstration"] = run.Demonstration,
    };

    /// <summary>Where the family stood in every run, newest first.</summary>
    public JsonArray Standings(Household h) => [.. stored.Ranks.Where(r => r.HouseholdKey == h.Key && r.Decile is not null)
        .OrderByDescending(r => r.RunKey).Select(r => Standing(r, stored.Scores.Single(s => s.RunKey == r.RunKey && s.HouseholdKey == r.HouseholdKey)))];

    private JsonObject Standing(FamilyRank rank, FamilyScore score)
    {
        var run = stored.Runs.Single(r => r.Key == rank.RunKey);
        var model = stored.Models.Single(m => m.Hash == run.ModelHash);
        var standing = Ranking(run);
        standing.Remove("scheme");
        standing["run"] = run.Id.ToString();
        standing["decile"] = (int)rank.Decile!;
        standing["classes"] = new JsonObject { ["regsosek-1"] = ClassOf(rank.Percentile!.Value), ["seed-3"] = SeedOf(rank.Percentile.Value) };
        standing["score"] = Sees(Score) ? (int?)score.Score : null;
        standing["likelihood"] = Sees(Score) ? score.Likelihood : null;
        standing["expenditure"] = Sees(Score) ? score.Expenditure : null;
        standing["assumptions"] = Words(model.Header.Assumes.Concat(Flagged(score.Assumed, [.. model.Header.Assumptions.Select(a => a.Code)])));
        standing["missing"] = Words(Flagged(score.Missing, [.. model.Inputs.Select(i => i.Item)]));
        return standing;
    }

    private static JsonArray Words(IEnumerable<string> words) => [.. words.Select(w => (JsonNode)w)];

    private static IEnumerable<string> Flagged(long flags, IReadOnlyList<string> names) => names.Where((_, i) => (flags >> i & 1) == 1);

    /// <summary>Scheme regsosek-1: the share of persons ranked at or below the family; a class holds the whole of its upper bound.</summary>
    public static string ClassOf(double percentile) => percentile switch
    {
        <= 5 => "MISKIN_EKSTREM",
        <= 10 => "SANGAT_MISKIN",
        <= 20 => "MISKIN",
        <= 30 => "HAMPIR_MISKIN",
        <= 40 => "RENTAN",
        _ => "TIDAK_MISKIN",
    };

    private static string SeedOf(double percentile) => percentile switch
    {
        <= 5 => "EXTREME_POOR",
        <= 10 => "VERY_POOR",
        <= 30 => "NEAR_POOR",
        _ => "NONE",
    };
}
