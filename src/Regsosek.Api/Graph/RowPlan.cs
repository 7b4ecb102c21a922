using System.Collections;
using System.Globalization;
using System.Text.Json;
using GraphQL.Types;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>How the value of one field is written straight from the rows: made once for a document, from selections whose fields are all
/// plain. It names fields and nothing of a caller: what he may see is decided in the rows, on every request.</summary>
internal sealed class RowPlan(IGraphType type, IReadOnlyList<RowPlan.Cell> cells)
{
    /// <summary>One member of an object. Without a field it is __typename.</summary>
    internal sealed record Cell(JsonEncodedText Name, PlainField? Field, RowPlan? Value, string TypeName)
    {
        /// <summary>It is written name and value at once.</summary>
        public bool IsWhole { get; } = Field is { Write: not null } && Name.Value == Field.Name;
    }

    private readonly bool _required = type is NonNullGraphType;
    private readonly bool _isList = Bare(type) is ListGraphType;
    private readonly bool _itemsRequired = Bare(type) is ListGraphType { ResolvedType: NonNullGraphType };
    private readonly IMaskedRows? _masked = Named(type) as IMaskedRows;
    private readonly ScalarGraphType? _leaf = Named(type) as ScalarGraphType;

    public void Write(Utf8JsonWriter json, object? value, GraphRequest request)
    {
        if (value is null) Nothing(json, _required);
        else if (_isList) List(json, (IEnumerable)value, request);
        else One(json, value, request);
    }

    private void List(Utf8JsonWriter json, IEnumerable values, GraphRequest request)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            if (value is null) Nothing(json, _itemsRequired);
            else One(json, value, request);
        }

        json.WriteEndArray();
    }

    private void One(Utf8JsonWriter json, object value, GraphRequest request)
    {
        if (_leaf is not null)
        {
            Leaf(json, value, _leaf);
            return;
        }

        json.WriteStartObject();
        foreach (var cell in cells)
        {
            if (cell.IsWhole)
            {
                cell.Field!.Write!(json, value);
                continue;
            }

            json.WritePropertyName(cell.Name);
            if (cell.Field is null) json.WriteStringValue(cell.TypeName);
            else cell.Value!.Write(json, cell.Field.Get(value, request), request);
        }

        json.WriteEndObject();
        if (_masked is not null) request.Masked.Add(this, _masked.Row(value));
    }

    /// <summary>The fields of this selection that a row hides, and why.</summary>
    public IEnumerable<(string Field, string Reason)> Hidden(IReadOnlyDictionary<string, string> reasons) => cells
        .Where(cell => cell.Field is not null && reasons.ContainsKey(cell.Field.Name))
        .Select(cell => ($"{cell.TypeName}.{cell.Field!.Name}", reasons[cell.Field.Name]));

    private static void Leaf(Utf8JsonWriter json, object value, ScalarGraphType type)
    {
        switch (value)
        {
            case string text when type is StringGraphType: json.WriteStringValue(text); break;
            case Guid id when type is IdGraphType: json.WriteStringValue(id); break;
            case DateOnly day when type is IsoDate:
                Span<char> date = stackalloc char[10];
                day.TryFormat(date, out var length, IsoDate.Form, CultureInfo.InvariantCulture);
                json.WriteStringValue(date[..length]);
                break;
            default: Serialized(json, type.Serialize(value)); break;
        }
    }

    /// <summary>A value that a scalar type has made ready.</summary>
    public static void Serialized(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case int number: json.WriteNumberValue(number); break;
            case short number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            default: JsonSerializer.Serialize(json, value, value.GetType(), Json.Web); break;
        }
    }

    /// <summary>A required value that is not there is a fault of the hub, not a null that the schema rules out.</summary>
    private static void Nothing(Utf8JsonWriter json, bool required)
    {
        if (required) throw new InvalidOperationException("A value that the schema requires is missing.");
        json.WriteNullValue();
    }

    public static IGraphType Bare(IGraphType type) => type is NonNullGraphType required ? required.ResolvedType! : type;

    private static IGraphType Named(IGraphType type) => Bare(type) is ListGraphType list ? Bare(list.ResolvedType!) : Bare(type);
}
