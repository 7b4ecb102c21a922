using Regsosek.Api.Reference;
using Regsosek.Api.Rules;

namespace Regsosek.Api.Enumeration;

/// <summary>The rules "answered if and only if asked" (E01, E04 to E07, E12 to E21, E23, E26). Who is asked what stands in the
/// data dictionary and is read by the rule language; where that cannot be known nothing is found.</summary>
internal sealed class AskedRules<T>
    where T : class
{
    /// <summary>Answers a family may rightly lack, and what its officers note.</summary>
    private static readonly HashSet<string> NeverMissed =
        ["105sub", "107", "109", "113", "202", "202a", "203", "204", "204a", "307b2", "307b3", "417text", "421text", "VI", "-"];

    private readonly ReadingPlan<T> _plan;
    private readonly List<(Judge? IsAsked, Question[] Questions)> _groups = [];

    public AskedRules(string unit, ReadingPlan<T> plan, DataDictionary dictionary, Facts facts)
    {
        _plan = plan;
        var judges = dictionary.Variables.Where(v => v.Universe is not null).GroupBy(v => v.Universe!)
            .ToDictionary(g => g.Key, g => Interpreter.Compile(g.Select(v => facts.Find(v.Name)?.Universe).First(u => u is not null)!));
        foreach (var group in dictionary.Variables.Where(v => v.Unit == unit && HasColumn(v)).GroupBy(v => v.Universe))
        {
            Question[] questions = [.. group.Where(v => plan.FieldOf(v.Name) is not null).Select(v => new Question(v, plan.FieldOf(v.Name)!))];
            if (questions.Length > 0) _groups.Add((group.Key is { } universe ? judges[universe] : null, questions));
        }
    }

    /// <summary>Empties what the source writes where it did not ask, and points at the rest.</summary>
    public void Check(T row, in Subject subject, int member, Faults faults)
    {
        foreach (var (isAsked, questions) in _groups)
        {
            var asked = isAsked?.Invoke(subject, subject.Family.ObservedOn) ?? Kleene.True;
            foreach (var question in questions)
            {
                var isFilled = question.IsFilled(row);
                var isWrong = asked switch
                {
                    Kleene.True => !isFilled && question.IsMissed,
                    Kleene.False => isFilled && !_plan.Drop(question.Variable, row),
                    _ => false,
                };
                if (isWrong) faults.Add(question.Check, question.Field, member);
            }
        }
    }

    private static bool HasColumn(Variable v) => v.Name is not ("region" or "familyCard" or "nik");

    private sealed class Question(Variable variable, string at)
    {
        public string Variable => variable.Name;
        public string Field => at;
        public bool IsMissed { get; } = !NeverMissed.Contains(variable.Q);
        public Check Check { get; } = CheckOf(variable);
        public Func<T, bool> IsFilled { get; } = Member.IsFilled<T>(variable.Name);
    }

    private static Check CheckOf(Variable variable) => variable.Q switch
    {
        _ when variable.Universe is null => Checks.Unanswered,
        "301b" => Checks.LandProof,
        "306b" => Checks.WastePit,
        "307b1" or "307b2" or "307b3" => Checks.Meter,
        "309b" or "310" => Checks.Closet,
        "410" => Checks.Pregnancy,
        "412" or "416a" or "419" or "420a" => Checks.FromFive,
        "427" => Checks.Nutrition,
        "429" => Checks.Carer,
        "431b" or "431c" or "431d" => Checks.Support,
        "431e" or "431f" => Checks.PipOrInsurance,
        var q when q.StartsWith("413", StringComparison.Ordinal) || q is "414" or "415" => Checks.School,
        var q when q.StartsWith("416", StringComparison.Ordinal) || q.StartsWith("417", StringComparison.Ordinal) || q is "418" => Checks.Work,
        var q when q.StartsWith("428", StringComparison.Ordinal) => Checks.Difficulties,
        var q when q.StartsWith("42", StringComparison.Ordinal) => Checks.Business,
        var q when q.StartsWith("501", StringComparison.Ordinal) => Checks.Receipt,
        _ => Checks.Present,
    };
}
