using System.Globalization;
using System.Text.RegularExpressions;

namespace Regsosek.Api.Rules;

/// <summary>Reads who is asked a question ("404 in (1, 5) and 407 &gt;= 5", in question numbers) as a rule, so that a question
/// rightly not asked is told apart from one that went unanswered.</summary>
internal sealed partial class Universes(IReadOnlyDictionary<string, Fact> byQuestion)
{
    public Rule Read(string text)
    {
        var words = new Queue<string>(Word().Matches(text).Select(m => m.Value));
        var rule = Either(words);
        return words.Count == 0 ? rule : throw new RuleException(text, $"'{words.Peek()}' was not expected");
    }

    private Rule Either(Queue<string> words) => Chain(words, "or", Both, parts => new Any(parts));

    private Rule Both(Queue<string> words) => Chain(words, "and", One, parts => new All(parts));

    private static Rule Chain(Queue<string> words, string link, Func<Queue<string>, Rule> next, Func<IReadOnlyList<Rule>, Rule> join)
    {
        List<Rule> parts = [next(words)];
        while (words.TryPeek(out var word) && word == link)
        {
            words.Dequeue();
            parts.Add(next(words));
        }

        return parts.Count == 1 ? parts[0] : join(parts);
    }

    private Rule One(Queue<string> words)
    {
        var word = words.Dequeue();
        if (word == "(")
        {
            var inner = Either(words);
            words.Dequeue();
            return inner;
        }

        var fact = byQuestion.TryGetValue(word, out var found)
            ? found
            : throw new RuleException(word, "is no earlier question that a universe can name");
        var sign = words.Dequeue();
        if (sign == "in") return new Compare(fact, new(Op.In, List(words)));
        return new Compare(fact, new(Ops.Parse(sign) ?? throw new RuleException(sign, "is no comparison"), Number(words.Dequeue())));
    }

    private static List<Value> List(Queue<string> words)
    {
        List<Value> values = [];
        while (words.Dequeue() is "(" or ",") values.Add(Number(words.Dequeue()));
        return values;
    }

    private static Value Number(string word) => new(double.Parse(word, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"[\w]+|<=|>=|!=|[=<>(),]")]
    private static partial Regex Word();
}
