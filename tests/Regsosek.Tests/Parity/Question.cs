using System.Globalization;
using System.Text.Json;

namespace Regsosek.Tests.Parity;

/// <summary>The questions of form K as the oracle reads them: straight from the document, not by the hub's reader of it.</summary>
internal sealed record Question(string Number, string Name, string Type, bool OfPerson, int[] Codes, int Min, int Max, int MaxLength)
{
    public bool IsCoded => Codes.Length > 0;
    public bool IsSum => Type == "sum";

    /// <summary>The leading digits of the number: 428 of 428f; 0 beside the numbered questions.</summary>
    public int Block => int.TryParse(string.Concat(Number.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out var block) ? block : 0;

    public string Property => char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>The questions whose answers are stored as given; the others (names, numbers, places) the oracle knows by hand.</summary>
    public static readonly IReadOnlyList<Question> All = Read();

    private static List<Question> Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folders.Root, "schema", "questionnaire", "regsosek22-k.json")));
        var lists = json.RootElement.GetProperty("codeLists").EnumerateObject().ToDictionary(l => l.Name,
            l => l.Value.GetProperty("codes").EnumerateArray().Select(c => c.GetProperty("code").GetInt32()).ToArray());
        return [.. json.RootElement.GetProperty("variables").EnumerateArray()
            .Where(v => Text(v, "stored") is null or "answers")
            .Select(v => new Question(Text(v, "q")!, Text(v, "name")!, Text(v, "type")!, Text(v, "unit") == "person",
                Text(v, "codeList") is { } list ? lists[list] : [], Figure(v, "min", 0), Figure(v, "max", 99), Figure(v, "maxLength", 100)))];
    }

    private static string? Text(JsonElement variable, string name) => variable.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int Figure(JsonElement variable, string name, int otherwise) =>
        variable.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : otherwise;
}
