using System.Buffers;
using System.Buffers.Text;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using Regsosek.Api.Http;
using Regsosek.Data.Households;

namespace Regsosek.Api.Access;

/// <summary>Writes some members of a view, names and values; the brace that closes the row is for who has nothing more to write.</summary>
internal delegate void RowWriter<in TView>(Body to, TView view);

/// <summary>Compiles one method for all fields of a row, for files of a million rows: the same text as <see cref="FieldWriters"/> gives.</summary>
internal static class RowWriters
{
    /// <summary>What stands in JSON as it is, a byte a letter; what else there is, the encoder knows.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c is not ('"' or '\\'))]);

    private static readonly JavaScriptEncoder Escapes = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly byte[][] Classes = [.. Enumerable.Range(0, 1 + Enum.GetValues<WelfareClass>().Max(c => (int)c))
        .Select(c => Encoding.UTF8.GetBytes($"\"{(WelfareClass)c}\""))];

    /// <param name="begins">The first of them opens the row.</param>
    public static RowWriter<TView> Of<TView>(IEnumerable<Field<TView>> fields, bool begins = false)
    {
        var to = Expression.Parameter(typeof(Body));
        var view = Expression.Parameter(typeof(TView));
        var writes = fields.Select((f, at) =>
            One(to, Expression.Constant(Encoding.UTF8.GetBytes($"{(begins && at == 0 ? '{' : ',')}\"{f.Name}\":")), Expression.Property(view, f.Property)));
        return Expression.Lambda<RowWriter<TView>>(Expression.Block(writes.Append(Expression.Empty())), to, view).Compile();
    }

    private static Expression One(Expression to, Expression name, Expression value) => Nullable.GetUnderlyingType(value.Type) is null
        ? Value(to, name, value)
        : Expression.IfThenElse(Expression.Property(value, "HasValue"), Value(to, name, Expression.Property(value, "Value")), Own(nameof(Null), to, name));

    private static Expression Value(Expression to, Expression name, Expression value) => value.Type switch
    {
        var t when t == typeof(string) => Own(nameof(Text), to, name, value),
        var t when t == typeof(short) || t == typeof(int) || t == typeof(long) || (t.IsEnum && t != typeof(WelfareClass)) =>
            Own(nameof(Number), to, name, Expression.Convert(value, typeof(long))),
        var t when t == typeof(Guid) => Own(nameof(Id), to, name, value),
        var t when t == typeof(DateOnly) => Own(nameof(Day), to, name, value),
        var t when t == typeof(bool) => Own(nameof(Truth), to, name, value),
        var t when t == typeof(double) => Own(nameof(Fraction), to, name, value),
        var t when t == typeof(WelfareClass) => Own(nameof(Class), to, name, value),
        _ => Own(nameof(Shared), to, name, Expression.Convert(value, typeof(object))),
    };

    private static MethodCallExpression Own(string method, params Expression[] arguments) =>
        Expression.Call(typeof(RowWriters).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!, arguments);

    private static void Null(Body to, byte[] name) => Bytes(to, name, "null"u8);

    private static void Truth(Body to, byte[] name, bool value) => Bytes(to, name, value ? "true"u8 : "false"u8);

    private static void Class(Body to, byte[] name, WelfareClass value) => Bytes(to, name, Classes[(int)value]);

    private static void Shared(Body to, byte[] name, object? value) => Bytes(to, name, value is null ? "null"u8 : FieldWriters.Bytes(value));

    private static void Bytes(Body to, byte[] name, ReadOnlySpan<byte> value)
    {
        var span = Begin(to, name, value.Length);
        value.CopyTo(span);
        to.Advance(name.Length + value.Length);
    }

    private static void Number(Body to, byte[] name, long value)
    {
        Utf8Formatter.TryFormat(value, Begin(to, name, 20), out var digits);
        to.Advance(name.Length + digits);
    }

    private static void Fraction(Body to, byte[] name, double value)
    {
        Utf8Formatter.TryFormat(value, Begin(to, name, 128), out var length);
        to.Advance(name.Length + length);
    }

    private static void Id(Body to, byte[] name, Guid value)
    {
        var span = Begin(to, name, 38);
        (span[0], span[37]) = ((byte)'"', (byte)'"');
        Utf8Formatter.TryFormat(value, span[1..], out _);
        to.Advance(name.Length + 38);
    }

    private static void Day(Body to, byte[] name, DateOnly value)
    {
        var span = Begin(to, name, 12);
        (span[0], span[11]) = ((byte)'"', (byte)'"');
        value.TryFormat(span[1..], out _, "O", System.Globalization.CultureInfo.InvariantCulture);
        to.Advance(name.Length + 12);
    }

    private static void Text(Body to, byte[] name, string? value)
    {
        if (value is null)
        {
            Null(to, name);
            return;
        }

        if (value.AsSpan().ContainsAnyExcept(Plain)) value = Escapes.Encode(value);
        var span = Begin(to, name, (value.Length * 3) + 2);
        span[0] = (byte)'"';
        var length = Encoding.UTF8.GetBytes(value, span[1..]);
        span[1 + length] = (byte)'"';
        to.Advance(name.Length + length + 2);
    }

    /// <summary>The name, and behind it room for so many bytes.</summary>
    private static Span<byte> Begin(Body to, byte[] name, int room)
    {
        var span = to.GetSpan(name.Length + room);
        name.CopyTo(span);
        return span[name.Length..];
    }
}
