using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Regsosek.Api.Reference;

namespace Regsosek.Api.Enumeration;

/// <summary>How one source writes form K: a file of schema/questionnaire/profiles. What it does not say is a finding, never a guess.</summary>
public sealed partial record Profile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [JsonPropertyName("profile")]
    public required string Name { get; init; }

    public required string Describes { get; init; }

    /// <summary>Field that holds the array of members.</summary>
    public required string Members { get; init; }

    public required string SourceId { get; init; }
    public required string Village { get; init; }

    /// <summary>Fields that can date the row, best first.</summary>
    public required IReadOnlyList<string> ObservedOn { get; init; }

    public required IReadOnlyDictionary<string, SourceField> Family { get; init; }
    public required IReadOnlyDictionary<string, SourceField> Person { get; init; }

    /// <param name="schema">The folder of the reference documents.</param>
    /// <exception cref="UnusableInputException">There is no such profile, or it does not fit the form.</exception>
    public static Profile Load(string schema, string name, DataDictionary dictionary)
    {
        var folder = Path.Combine(schema, "questionnaire", "profiles");
        var path = Path.Combine(folder, $"{name}.json");
        if (!Word().IsMatch(name) || !File.Exists(path))
            throw new UnusableInputException($"There is no profile '{name}'. Profiles: {string.Join(", ", Names(folder))}.");
        return Read(File.ReadAllBytes(path), dictionary);
    }

    public static Profile Read(ReadOnlySpan<byte> json, DataDictionary dictionary)
    {
        try
        {
            var profile = JsonSerializer.Deserialize<Profile>(json, Strict)!;
            var faults = ProfileFaults.In(profile, dictionary).ToList();
            return faults.Count == 0 ? profile : throw new UnusableInputException($"Profile {profile.Name}: {string.Join(" ", faults)}");
        }
        catch (JsonException e)
        {
            throw new UnusableInputException($"The profile is not of the expected form: {e.Message}");
        }
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.GetFiles(folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$")]
    private static partial Regex Word();
}

/// <summary>Where a source keeps one variable of the form, and what its codes mean there.</summary>
public sealed record SourceField
{
    /// <summary>The field; several when its parts stand apart (day, month, year).</summary>
    [JsonConverter(typeof(OneOrMore))]
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Other names of the same field.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The variable to which text past the length of this one belongs.</summary>
    public string? Rest { get; init; }

    /// <summary>Code of the source to code of the form, where they differ.</summary>
    public IReadOnlyDictionary<string, short> Codes { get; init; } = new Dictionary<string, short>();

    /// <summary>The codes of the source, when they are not those of the form.</summary>
    public IReadOnlyList<short>? Allowed { get; init; }

    /// <summary>Codes that have no single place on the form: kept in the raw row, read as unanswered, reported.</summary>
    public IReadOnlyList<short> Undecided { get; init; } = [];

    /// <summary>What the source writes where nothing was answered.</summary>
    public IReadOnlyList<short> Blank { get; init; } = [];

    /// <summary>What the source writes where the question was not asked.</summary>
    public IReadOnlyList<short> Unasked { get; init; } = [];
}

/// <summary>The file, the profile or the database cannot be used at all. The message is for the person at the terminal and holds
/// no value of a row.</summary>
public sealed class UnusableInputException(string says) : Exception(says);

internal sealed class OneOrMore : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? [reader.GetString()!] : JsonSerializer.Deserialize<string[]>(ref reader, options) ?? [];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options);
}
