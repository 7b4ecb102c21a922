using System.Text.Json;
using System.Text.RegularExpressions;

namespace Regsosek.Tests.Seeding;

/// <summary>The questionnaire as it ships, read independently of the code under test: who is asked what, and what may be answered.</summary>
internal sealed partial class Questionnaire
{
    private static readonly JsonElement Document =
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "schema", "questionnaire", "regsosek22-k.json")));

    public static readonly IReadOnlyList<Variable> Variables =
        [.. Document.GetProperty("variables").EnumerateArray().Select(row => row.Deserialize<Variable>(JsonSerializerOptions.Web)!)];

    /// <summary>Universe is a condition on question numbers; null asks everybody.</summary>
    internal sealed record Variable(
        string Q, string Form, string Unit, string Type, string? CodeList, string? Universe, bool Optional, int? Min, int? Max, int[]? UnknownCodes)
    {
        private readonly string[] _words = [.. Words.Matches(Universe ?? "").Select(word => word.Value)];

        public bool Asks(Func<string, int?> answer) => Universe is null || new Reading(_words, answer).Any();

        public bool Allows(int value) => UnknownCodes?.Contains(value) == true
            || (Type == "sum" || CodeList is null || Codes(CodeList).Contains(value)) && (Min ?? value) <= value && value <= (Max ?? value);
    }

    private static IEnumerable<int> Codes(string list) =>
        Document.GetProperty("codeLists").GetProperty(list).GetProperty("codes").EnumerateArray().Select(code => code.GetProperty("code").GetInt32());

    [GeneratedRegex(@"[\w]+|>=|<=|[=(),]")]
    private static partial Regex Words { get; }

    private sealed class Reading(string[] words, Func<string, int?> answer)
    {
        private readonly Queue<string> _words = new(words);

        public bool Any()
        {
            var holds = All();
            while (Next("or")) holds |= All();
            return holds;
        }

        private bool All()
        {
            var holds = One();
            while (Next("and")) holds &= One();
            return holds;
        }

        private bool One()
        {
            if (Next("(")) return Any() & Next(")");
            var value = answer(_words.Dequeue());
            return _words.Dequeue() switch
            {
                "=" => value == Number(),
                ">=" => value >= Number(),
                "<=" => value <= Number(),
                _ => Next("(") & List().Contains(value),
            };
        }

        private List<int?> List()
        {
            var values = new List<int?>();
            do values.Add(Number()); while (Next(","));
            return Next(")") ? values : throw new FormatException(string.Join(' ', words));
        }

        private int Number() => int.Parse(_words.Dequeue());

        private bool Next(string word) => _words.TryPeek(out var next) && next == word && _words.TryDequeue(out _);
    }
}
