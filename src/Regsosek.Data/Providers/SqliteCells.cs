using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using SQLitePCL;

namespace Regsosek.Data.Providers;

/// <summary>Writes the value of one column of a row into a native statement; leaves null alone.</summary>
internal delegate void SqliteCell<in T>(sqlite3_stmt insert, T row);

/// <summary>The compiled cells of an entity, stored as EF Core's SQLite provider stores them (a test reads them back through it).</summary>
internal static class SqliteCells<T>
{
    private static readonly ConcurrentDictionary<string, SqliteCell<T>[]> Compiled = new();

    public static SqliteCell<T>[] Of(BulkTable table) =>
        Compiled.GetOrAdd(table.Name, (_, columns) => [.. columns.Select(Compile)], table.Columns);

    private static SqliteCell<T> Compile(BulkColumn column, int index)
    {
        var insert = Expression.Parameter(typeof(sqlite3_stmt));
        var row = Expression.Parameter(typeof(T));
        Expression value = Expression.Property(row, column.Property);
        var plain = Nullable.GetUnderlyingType(value.Type);
        var hasValue = plain is not null ? Expression.Property(value, "HasValue")
            : value.Type.IsValueType ? (Expression)Expression.Constant(true)
            : Expression.NotEqual(value, Expression.Constant(null));
        if (plain is not null) value = Expression.Property(value, "Value");
        var (stored, bind) = Binding(value, column.Name);
        var call = Expression.Call(typeof(SqliteBindings), bind, null, insert, Expression.Constant(index + 1), stored);
        return Expression.Lambda<SqliteCell<T>>(Expression.IfThen(hasValue, call), insert, row).Compile();
    }

    private static (Expression Stored, string Bind) Binding(Expression value, string column) => value.Type switch
    {
        { IsEnum: true } => (Expression.Convert(value, typeof(long)), nameof(SqliteBindings.Integer)),
        var t when t == typeof(long) || t == typeof(int) || t == typeof(short) =>
            (Expression.Convert(value, typeof(long)), nameof(SqliteBindings.Integer)),
        var t when t == typeof(bool) =>
            (Expression.Condition(value, Expression.Constant(1L), Expression.Constant(0L)), nameof(SqliteBindings.Integer)),
        var t when t == typeof(double) => (value, nameof(SqliteBindings.Real)),
        var t when t == typeof(string) => (value, nameof(SqliteBindings.Text)),
        var t when t == typeof(byte[]) => (value, nameof(SqliteBindings.Blob)),
        var t when t == typeof(Guid) => (value, nameof(SqliteBindings.Id)),
        var t when t == typeof(DateOnly) => (value, nameof(SqliteBindings.Day)),
        var t when t == typeof(DateTime) => (value, nameof(SqliteBindings.Instant)),
        var t => throw new NotSupportedException($"{column}: a {t.Name} cannot be written in bulk."),
    };
}

internal static class SqliteBindings
{
    public static void Integer(sqlite3_stmt insert, int index, long value) => raw.sqlite3_bind_int64(insert, index, value);

    public static void Real(sqlite3_stmt insert, int index, double value) => raw.sqlite3_bind_double(insert, index, value);

    public static void Text(sqlite3_stmt insert, int index, string value) => raw.sqlite3_bind_text(insert, index, value);

    public static void Blob(sqlite3_stmt insert, int index, byte[] value) => raw.sqlite3_bind_blob(insert, index, value);

    public static void Id(sqlite3_stmt insert, int index, Guid value)
    {
        Span<char> text = stackalloc char[36];
        Span<byte> upper = stackalloc byte[36];
        value.TryFormat(text, out _);
        for (var i = 0; i < text.Length; i++) upper[i] = (byte)char.ToUpperInvariant(text[i]);
        raw.sqlite3_bind_text(insert, index, upper);
    }

    public static void Day(sqlite3_stmt insert, int index, DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        raw.sqlite3_bind_text(insert, index, text);
    }

    public static void Instant(sqlite3_stmt insert, int index, DateTime value)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        raw.sqlite3_bind_text(insert, index, text[..length]);
    }
}
