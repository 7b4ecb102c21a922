using System.Data.Common;
using System.Text.Json;
using Regsosek.Api.Access;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Protection;
using Regsosek.Data.Providers;

namespace Regsosek.Benchmarks;

/// <summary>One column of the floor: its name in the answer, what the statement selects for it (null: nothing, the answer says null), and how its
/// value goes from the reader to the writer.</summary>
internal sealed record FloorColumn(JsonEncodedText Name, string? Sql, Action<Utf8JsonWriter, DbDataReader, int>? Copy)
{
    /// <summary>The columns of a view for one agreement, in the order the hub has them.</summary>
    public static FloorColumn[] Of<TView>(Fields<TView> fields, FieldGroups granted, FloorSettings floor) =>
        [.. fields.All.Select(f => (granted & f.Group) == f.Group ? Shown(f.Name, f.Property.Name, f.Type, floor) : Null(f.Name))];

    public static byte[] Masked<TView>(Fields<TView> fields, FieldGroups granted, Func<string, string> name) => JsonSerializer.SerializeToUtf8Bytes(
        fields.All.Where(f => (granted & f.Group) != f.Group).ToDictionary(f => name(f.Name), _ => Reasons.Denied));

    private static FloorColumn Null(string name) => new(JsonEncodedText.Encode(name), null, null);

    private static FloorColumn Shown(string name, string column, Type type, FloorSettings floor)
    {
        var text = JsonEncodedText.Encode(name);
        var quoted = $"\"{column}\"";
        return name switch
        {
            "members" => new(text, null, null),
            "region" => new(text, "h.\"VillageCode\"", String),
            "familyCard" => new(text, "\"FamilyCardSealed\"", (json, row, i) => json.WriteStringValue(floor.Seal.OpenText((byte[])row[i]))),
            "nik" => new(text, "\"NikSealed\"", (json, row, i) => json.WriteStringValue(floor.Seal.OpenText((byte[])row[i]))),
            "age" => new(text, "\"BirthDate\"", (json, row, i) =>
            {
                if (Ages.On(floor.Today, Date(row, i)) is { } age) json.WriteNumberValue(age);
                else json.WriteNullValue();
            }),
            "classification" => new(text, "\"RunKey\"", (json, _, _) => json.WriteRawValue(floor.Classification, skipInputValidation: true)),
            "chronicIllness" => new(text, $"CASE WHEN {quoted} IN (7, 12) THEN {(int)Illness.Other} ELSE {quoted} END", Number),
            "carer" => new(text, $"CASE WHEN \"BirthDate\" <= {floor.Day(floor.Today.AddYears(-60))} OR {Severe} THEN {quoted} END", Number),
            _ when type == typeof(WelfareClass) =>
                new(text, quoted, (json, row, i) => json.WriteStringValue(((WelfareClass)row.GetInt16(i)).ToString())),
            _ when type == typeof(string) => new(text, quoted, String),
            _ when type == typeof(Guid) => new(text, quoted, (json, row, i) => json.WriteStringValue(row.GetGuid(i))),
            _ when type == typeof(double) => new(text, quoted, (json, row, i) => json.WriteNumberValue(row.GetDouble(i))),
            _ when type == typeof(DateOnly) => floor.Engine == Engine.Sqlite
                ? new(text, quoted, String)
                : new(text, quoted, (json, row, i) => json.WriteStringValue(Date(row, i).ToString("yyyy-MM-dd"))),
            _ when type.IsEnum || type == typeof(short) => new(text, quoted, Number),
            _ => new(text, quoted, (json, row, i) => json.WriteNumberValue(row.GetInt64(i))),
        };
    }

    private static readonly string Severe = string.Join(" OR ", new[] { "Seeing", "Hearing", "Walking", "Handling", "Learning", "Communicating",
        "SelfCare", "Remembering" }.Select(c => $"\"{c}\" <= {(int)Difficulty.Great}"));

    private static void String(Utf8JsonWriter json, DbDataReader row, int i) => json.WriteStringValue(row.GetString(i));

    private static void Number(Utf8JsonWriter json, DbDataReader row, int i) => json.WriteNumberValue(row.GetInt16(i));

    private static DateOnly Date(DbDataReader row, int i) => row.GetFieldValue<DateOnly>(i);
}

/// <summary>What the floor knows from its start on.</summary>
internal sealed record FloorSettings(Engine Engine, string Connection, Seal Seal, DateOnly Today)
{
    /// <summary>The one run there is, as the hub shows it.</summary>
    public byte[] Classification { get; set; } = "null"u8.ToArray();

    public string Day(DateOnly day) => Engine == Engine.Sqlite ? $"'{day:yyyy-MM-dd}'" : $"DATE '{day:yyyy-MM-dd}'";
}
