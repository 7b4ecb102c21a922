using System.Text.Json;
using Regsosek.Data;

namespace Regsosek.Api.Reference;

/// <summary>The data dictionary of form REGSOSEK22.K: schema/questionnaire/regsosek22-k.json.</summary>
public sealed record DataDictionary(IReadOnlyDictionary<string, CodeList> CodeLists, IReadOnlyList<Variable> Variables)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Dictionary<(string Unit, string Name), Variable> _byName = Variables.ToDictionary(v => (v.Unit, v.Name));

    public string Form { get; init; } = "";
    public int Version { get; init; }

    public static DataDictionary Load(string schema) =>
        JsonSerializer.Deserialize<DataDictionary>(File.ReadAllBytes(Path.Combine(schema, "questionnaire", "regsosek22-k.json")), Json)!;

    public Variable? Find(string unit, string name) => _byName.GetValueOrDefault((unit, name));
}

/// <summary>One question of the form.</summary>
public sealed record Variable(string Q, string Name, string En, string Id, string Unit, string Type, string? CodeList, string Group)
{
    public string? Universe { get; init; }

    /// <summary>general or specific (UU 27/2022, article 4).</summary>
    public string DataClass { get; init; } = "general";

    public int? ShelfLifeMonths { get; init; }
    public string? Alias { get; init; }
    public string? Form { get; init; }
    public int? Min { get; init; }
    public int? Max { get; init; }
    public int? MaxLength { get; init; }
    public IReadOnlyList<int> UnknownCodes { get; init; } = [];
    public IReadOnlyList<int> SensitiveCodes { get; init; } = [];
    public string Stored { get; init; } = "answers";

    public FieldGroups FieldGroup => FieldGroupNames.Parse(Group);
    public bool IsCoded => Type is "code" or "sum" or "yesNo" or "yesNoUnknown";

    public string Says => $"{En} ({Id}). Question {Q}." + (CodeList is null ? "" : $" Codes: /api/v1/reference/{CodeList}.")
        + (Universe is null ? "" : $" Asked when {Universe}.");
}

/// <summary>A code list with both labels.</summary>
public sealed record CodeList(string En, string Id, IReadOnlyList<Code> Codes);

/// <summary>One official code.</summary>
public sealed record Code([property: System.Text.Json.Serialization.JsonPropertyName("code")] int Value, string Name, string En, string Id);
