using System.Globalization;
using System.Text;

namespace Regsosek.Api.Rules;

/// <summary>A rule in words, in English and Indonesian: one line a clause, indented under the clause it stands in. Nothing is left out, so that who reads it has
/// read the rule.</summary>
public static class RuleText
{
    public static Label Of(Rule rule) => new(Lines(rule, RuleWords.English), Lines(rule, RuleWords.Indonesian));

    private static string Lines(Rule rule, RuleWords words)
    {
        var text = new StringBuilder();
        Write(rule, words, 0, text);
        return text.ToString().TrimEnd('\n');
    }

    private static void Write(Rule rule, RuleWords words, int depth, StringBuilder text)
    {
        var says = Says(rule, words);
        text.Append(' ', 2 * depth).Append("- ")
            .Append(rule.Label is not { } label ? says : rule is Compare ? $"{words.Of(label)} ({says})" : $"{words.Of(label)}: {says}").Append('\n');
        foreach (var part in rule.Parts) Write(part, words, depth + 1, text);
    }

    private static string Says(Rule rule, RuleWords words) => rule switch
    {
        All => words.All,
        Any => words.Any,
        AtLeast some => string.Format(CultureInfo.InvariantCulture, words.AtLeast, some.Needed),
        Not => words.Not,
        Exists => words.Exists,
        Count count => string.Format(CultureInfo.InvariantCulture, words.Count, $"{words.Ops[count.Op]}{count.Value}"),
        Compare leaf => $"{words.Of(leaf.Fact.Label)}: {words.Ops[leaf.Test.Op]}{string.Join(", ", leaf.Test.Values.Select(v => words.Value(leaf.Fact, v)))}",
        _ => throw new InvalidOperationException($"{rule.GetType().Name} has no words."),
    };
}

/// <summary>The words of one language.</summary>
internal sealed record RuleWords
{
    public static readonly RuleWords English = new()
    {
        Of = label => label.En,
        All = "all of",
        Any = "at least one of",
        AtLeast = "at least {0} of",
        Not = "not",
        Exists = "a member of the family who is present has",
        Count = "the number of members present for whom this holds: {0}",
        Yes = "yes",
        No = "no",
        Ops = new Dictionary<Op, string>
        {
            [Op.Equal] = "",
            [Op.NotEqual] = "not ",
            [Op.Less] = "below ",
            [Op.LessOrEqual] = "at most ",
            [Op.Greater] = "above ",
            [Op.GreaterOrEqual] = "at least ",
            [Op.In] = "one of ",
            [Op.NotIn] = "none of ",
            [Op.Has] = "includes ",
            [Op.Lacks] = "without ",
        },
    };

    public static readonly RuleWords Indonesian = new()
    {
        Of = label => label.Id,
        All = "semua syarat berikut",
        Any = "paling sedikit satu dari berikut",
        AtLeast = "paling sedikit {0} dari berikut",
        Not = "bukan",
        Exists = "ada anggota keluarga yang tinggal bersama dengan",
        Count = "jumlah anggota keluarga yang tinggal bersama dan memenuhi syarat berikut: {0}",
        Yes = "ya",
        No = "tidak",
        Ops = new Dictionary<Op, string>
        {
            [Op.Equal] = "",
            [Op.NotEqual] = "bukan ",
            [Op.Less] = "kurang dari ",
            [Op.LessOrEqual] = "paling banyak ",
            [Op.Greater] = "lebih dari ",
            [Op.GreaterOrEqual] = "paling sedikit ",
            [Op.In] = "salah satu dari ",
            [Op.NotIn] = "bukan salah satu dari ",
            [Op.Has] = "mencakup ",
            [Op.Lacks] = "tanpa ",
        },
    };

    public required Func<Label, string> Of { get; init; }
    public required string All { get; init; }
    public required string Any { get; init; }
    public required string AtLeast { get; init; }
    public required string Not { get; init; }
    public required string Exists { get; init; }
    public required string Count { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    /// <summary>What stands before the value.</summary>
    public required IReadOnlyDictionary<Op, string> Ops { get; init; }

    public string Value(Fact fact, Value value) => fact.Type == FactType.Flag ? (value.Number == 1 ? Yes : No)
        : fact.Codes.FirstOrDefault(c => c.Key == value.Number).Value is { } label ? $"{value} {Of(label)}"
        : value.ToString();
}
