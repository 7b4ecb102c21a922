using System.Text.Json;
using Regsosek.Api.Households;
using Regsosek.Api.Http;

namespace Regsosek.Api.Lists;

/// <summary>A line of JSON an entry.</summary>
internal sealed class ListNdjson : ListLines
{
    private readonly Body _body = new();
    private readonly ListShape _shape;
    private readonly Utf8JsonWriter _json;

    public ListNdjson(ListShape shape) => (_shape, _json) = (shape, new(_body, Json.Writer));

    public override ReadOnlyMemory<byte> Head() => default;

    public override ReadOnlyMemory<byte> Page(IReadOnlyList<ListRow> rows)
    {
        _body.Clear();
        foreach (var row in rows)
        {
            Write(_json, row, _shape);
            _json.Flush();
            _json.Reset();
            System.Buffers.BuffersExtensions.Write(_body, "\n"u8);
        }

        return _body.Written;
    }

    /// <summary>An entry, in files and in pages.</summary>
    public static void Write(Utf8JsonWriter json, ListRow row, ListShape shape)
    {
        json.WriteStartObject();
        json.WriteNumber("place", row.Place);
        json.WriteBoolean("inQuota", row.InQuota);
        json.WriteBoolean("tied", row.Tied);
        json.WriteString("householdId", row.Household.Id);
        if (row.Person is not null) json.WriteString("personId", row.Person.Id);
        json.WritePropertyName("household");
        HouseholdJson.Write(json, row.Household, shape.Family);
        if (row.Person is not null)
        {
            json.WritePropertyName("person");
            HouseholdJson.Write(json, row.Person, shape.Person!);
        }

        json.WriteEndObject();
    }

    public override void Dispose()
    {
        _json.Dispose();
        _body.Dispose();
    }
}
