using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Regsosek.Api.Http;
using Regsosek.Data.Households;

namespace Regsosek.Api.Access;

/// <summary>Writes one member of a view, name and value.</summary>
public delegate void FieldWriter<in TView>(Utf8JsonWriter json, TView view);

/// <summary>Compiles the writer of a member for its very type: nothing is boxed, looked up or escaped at a request.</summary>
internal static class FieldWriters
{
    private static readonly JsonEncodedText[] Classes = [.. Enumerable.Range(0, 1 + Enum.GetValues<WelfareClass>().Max(c => (int)c))
        .Select(c => JsonEncodedText.Encode(((WelfareClass)c).ToString()))];

    /// <summary>What does not change for as long as it lives, as the bytes it becomes.</summary>
    private static readonly ConditionalWeakTable<object, byte[]> Written = [];

    public static FieldWriter<TView> Of<TView>(string name, PropertyInfo property)
    {
        var json = Expression.Parameter(typeof(Utf8JsonWriter));
        var view = Expression.Parameter(typeof(TView));
        var text = Expression.Constant(JsonEncodedText.Encode(name));
        Expression value = Expression.Property(view, property);
        var plain = Nullable.GetUnderlyingType(value.Type);
        var write = Value(json, text, plain is null ? value : Expression.Property(value, "Value"));
        if (plain is not null)
        {
            write = Expression.IfThenElse(Expression.Property(value, "HasValue"), write,
                Expression.Call(json, nameof(Utf8JsonWriter.WriteNull), null, text));
        }

        return Expression.Lambda<FieldWriter<TView>>(write, json, view).Compile();
    }

    private static Expression Value(Expression json, Expression name, Expression value) => value.Type switch
    {
        var t when t == typeof(string) || t == typeof(Guid) => Expression.Call(json, nameof(Utf8JsonWriter.WriteString), null, name, value),
        var t when t == typeof(WelfareClass) => Own(nameof(Class), json, name, value),
        var t when t == typeof(DateOnly) => Own(nameof(Day), json, name, value),
        var t when t == typeof(bool) => Expression.Call(json, nameof(Utf8JsonWriter.WriteBoolean), null, name, value),
        var t when t == typeof(double) || t == typeof(long) => Expression.Call(json, nameof(Utf8JsonWriter.WriteNumber), null, name, value),
        var t when t == typeof(short) || t == typeof(int) || t.IsEnum =>
            Expression.Call(json, nameof(Utf8JsonWriter.WriteNumber), null, name, Expression.Convert(value, typeof(int))),
        _ => Own(nameof(Object), json, name, Expression.Convert(value, typeof(object))),
    };

    private static MethodCallExpression Own(string method, params Expression[] arguments) =>
        Expression.Call(typeof(FieldWriters), method, null, arguments);

    private static void Class(Utf8JsonWriter json, JsonEncodedText name, WelfareClass value) => json.WriteString(name, Classes[(int)value]);

    private static void Day(Utf8JsonWriter json, JsonEncodedText name, DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out _, "O", System.Globalization.CultureInfo.InvariantCulture);
        json.WriteString(name, text);
    }

    private static void Object(Utf8JsonWriter json, JsonEncodedText name, object? value)
    {
        json.WritePropertyName(name);
        if (value is null) json.WriteNullValue();
        else Raw(json, value);
    }

    /// <summary>A value that many rows share and nobody changes, such as the reasons of a whole answer.</summary>
    public static void Raw(Utf8JsonWriter json, object shared) => json.WriteRawValue(Bytes(shared), skipInputValidation: true);

    public static byte[] Bytes(object shared) => Written.GetValue(shared, o => JsonSerializer.SerializeToUtf8Bytes(o, o.GetType(), Json.Web));
}
