using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Regsosek.Api.Rules;

namespace Regsosek.Api.Programmes;

/// <summary>Reads a programme document strictly.</summary>
internal static class ProgrammeJson
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter<Unit>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static Programme Read(string json, string at, Facts facts)
    {
        var file = Parse<ProgrammeFile>(json, at);
        var documents = file.Versions.Select((document, i) => Periods(file.Code, file.Unit, document, $"{at}/versions/{i}", facts)).ToList();
        foreach (var (earlier, later) in documents.Zip(documents.Skip(1), (a, b) => (a[^1], b[0])))
            if (later.Version <= earlier.Version || earlier.ValidTo is null || later.ValidFrom <= earlier.ValidTo)
                throw new RuleException(at, $"version {later.Version} begins before version {earlier.Version} ends");
        var versions = documents.SelectMany(periods => periods).ToList();
        if (versions.Count == 0 != file.Draft is not null) throw new RuleException(at, "has published versions, or says why it is a draft");
        return new(file.Code, file.Name, file.Owner, file.Partners, file.Unit, versions, Related(file.Related ?? [], at), file.Draft);
    }

    private static IReadOnlyList<RelatedProgramme> Related(IReadOnlyList<RelatedProgramme> related, string at) =>
        related.All(r => r.Kind is "excludes" or "complements") ? related : throw new RuleException(at, "a related programme is excluded or complements");

    private static T Parse<T>(string json, string at)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Strict)!;
        }
        catch (JsonException e)
        {
            throw new RuleException(at, e.Message);
        }
    }

    /// <summary>A version as it stands in each period in which its figures are the same.</summary>
    /// <exception cref="RuleException">It is none.</exception>
    public static IReadOnlyList<ProgrammeVersion> Periods(string code, Unit unit, JsonElement document, string at, Facts facts)
    {
        var version = Parse<VersionFile>(document.GetRawText(), at);
        if (version.Benefit.Components?.Any(c => c.Amounts.Count == 0) == true) throw new RuleException(at, "a component without an amount");
        if (version.ValidTo < version.ValidFrom) throw new RuleException(at, "ends before it begins");
        if (version.Parameters.CountBy(p => (p.Name, p.From)).FirstOrDefault(n => n.Value > 1).Key.Name is { } twin)
            throw new RuleException(at, $"parameter '{twin}' is given twice");
        DateOnly[] days = [version.ValidFrom, .. version.Parameters.Select(p => p.From).OfType<DateOnly>().Where(d => d > version.ValidFrom).Distinct().Order()];
        if (days[^1] > version.ValidTo) throw new RuleException(at, "a figure begins after the version ends");
        return [.. days.Select((day, i) => On(version, day, i + 1 < days.Length ? days[i + 1].AddDays(-1) : version.ValidTo, code, unit, document, at, facts))];
    }

    /// <summary>A version with the figures of a day, in force while they are.</summary>
    private static ProgrammeVersion On(
        VersionFile version, DateOnly day, DateOnly? until, string code, Unit unit, JsonElement document, string at, Facts facts)
    {
        List<Parameter> parameters = [.. version.Parameters.Where(p => p.From is null || p.From <= day).GroupBy(p => p.Name)
            .Select(values => values.MaxBy(p => p.From ?? DateOnly.MinValue)!)];
        var values = parameters.ToDictionary(p => p.Name, p => p.Value);
        return new()
        {
            Programme = code,
            Version = version.Version,
            ValidFrom = day,
            ValidTo = until,
            Decree = version.Decree,
            Note = version.Note,
            Parameters = parameters,
            Rule = Rule(version.Rule, unit, $"{at}/rule"),
            Benefit = new(
                version.Benefit.Kind,
                version.Benefit.Amounts ?? [],
                [.. (version.Benefit.Components ?? [])
                    .Select(c => new Component(c.Code, c.Label, Rule(c.Rule, Unit.Person, $"{at}/benefit/{c.Code}"), c.Amounts))],
                version.Benefit.PerFamily,
                version.Benefit.PerPerson),
            Hash = Hash(code, unit, document),
        };

        LoadedRule Rule(JsonElement json, Unit about, string where)
        {
            try
            {
                return LoadedRule.Load(json, about, facts, values);
            }
            catch (RuleException e)
            {
                throw new RuleException($"{where}{e.At}", e.Says);
            }
        }
    }

    // Serialised anew, so that layout does not count and content does.
    private static string Hash(string code, Unit unit, JsonElement version) => Convert.ToHexStringLower(SHA256.HashData(
        [.. JsonSerializer.SerializeToUtf8Bytes($"{code}/{unit}"), .. JsonSerializer.SerializeToUtf8Bytes(version)]));

    private sealed record ProgrammeFile(
        [property: JsonPropertyName("$schema")] string Schema, string Code, Label Name, string Owner, IReadOnlyList<string> Partners, Unit Unit,
        IReadOnlyList<JsonElement> Versions, Label? Draft = null, IReadOnlyList<RelatedProgramme>? Related = null);

    private sealed record VersionFile(
        int Version,
        DateOnly ValidFrom,
        DateOnly? ValidTo,
        string Decree,
        IReadOnlyList<Parameter> Parameters,
        JsonElement Rule,
        BenefitFile Benefit,
        Label? Note = null);

    private sealed record BenefitFile(
        string Kind, IReadOnlyList<Amount>? Amounts = null, IReadOnlyList<ComponentFile>? Components = null, Limit? PerFamily = null,
        Limit? PerPerson = null);

    private sealed record ComponentFile(string Code, Label Label, JsonElement Rule, IReadOnlyList<Amount> Amounts);
}
