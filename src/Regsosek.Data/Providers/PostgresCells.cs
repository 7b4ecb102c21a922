using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Text;

namespace Regsosek.Data.Providers;

/// <summary>Writes the value of one column of a row in PostgreSQL's binary form.</summary>
internal delegate void PostgresCell<in T>(PostgresRows rows, T row);

/// <summary>The compiled cells of an entity: a value is written without a box and without asking for its type again.</summary>
internal static class PostgresCells<T>
{
    private static readonly ConcurrentDictionary<string, PostgresCell<T>[]> Compiled = new();

    public static PostgresCell<T>[] Of(BulkTable table) =>
        Compiled.GetOrAdd(table.Name, (_, columns) => [.. columns.Select(Compile)], table.Columns);

    private static PostgresCell<T> Compile(BulkColumn column)
    {
        var rows = Expression.Parameter(typeof(PostgresRows));
        var row = Expression.Parameter(typeof(T));
        Expression value = Expression.Property(row, column.Property);
        var plain = Nullable.GetUnderlyingType(value.Type);
        var hasValue = plain is not null ? Expression.Property(value, "HasValue")
            : value.Type.IsValueType ? (Expression)Expression.Constant(true)
            : Expression.NotEqual(value, Expression.Constant(null));
        if (plain is not null) value = Expression.Property(value, "Value");
        var (stored, write) = Form(value, column);
        var body = Expression.IfThenElse(hasValue, Expression.Call(rows, write, null, stored), Expression.Call(rows, nameof(PostgresRows.Null), null));
        return Expression.Lambda<PostgresCell<T>>(body, rows, row).Compile();
    }

    private static (Expression Stored, string Write) Form(Expression value, BulkColumn column) => (column.Mapping.StoreTypeNameBase, value.Type) switch
    {
        ("smallint", { } t) when t.IsEnum || t == typeof(short) => (Expression.Convert(value, typeof(short)), nameof(PostgresRows.Short)),
        ("integer", { } t) when t.IsEnum || t == typeof(int) => (Expression.Convert(value, typeof(int)), nameof(PostgresRows.Int)),
        ("bigint", { } t) when t == typeof(long) => (value, nameof(PostgresRows.Long)),
        ("boolean", { } t) when t == typeof(bool) => (value, nameof(PostgresRows.Bool)),
        ("double precision", { } t) when t == typeof(double) => (value, nameof(PostgresRows.Double)),
        ("text" or "character varying", { } t) when t == typeof(string) => (value, nameof(PostgresRows.Text)),
        ("bytea", { } t) when t == typeof(byte[]) => (value, nameof(PostgresRows.Bytes)),
        ("uuid", { } t) when t == typeof(Guid) => (value, nameof(PostgresRows.Id)),
        ("date", { } t) when t == typeof(DateOnly) => (value, nameof(PostgresRows.Day)),
        ("timestamp with time zone", { } t) when t == typeof(DateTime) => (value, nameof(PostgresRows.Instant)),
        var (type, t) => throw new NotSupportedException($"{column.Name}: a {t.Name} as {type} cannot be written in bulk."),
    };
}

/// <summary>Rows in the format of COPY ... (FORMAT BINARY), on their way to a stream.</summary>
internal sealed class PostgresRows(Stream copy, int columns)
{
    private const int Full = 128 * 1024;
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateTime FirstInstant = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private byte[] _bytes = new byte[2 * Full];
    private int _at;

    public void Begin()
    {
        // Signature, flags, length of the extension.
        "PGCOPY\n"u8.CopyTo(Room(7));
        ((ReadOnlySpan<byte>)[0xFF, (byte)'\r', (byte)'\n', 0]).CopyTo(Room(4));
        Room(8).Clear();
    }

    public void Row()
    {
        if (_at > Full) Send();
        BinaryPrimitives.WriteInt16BigEndian(Room(2), (short)columns);
    }

    public void End()
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(2), -1);
        Send();
    }

    public void Null() => BinaryPrimitives.WriteInt32BigEndian(Room(4), -1);

    public void Short(short value) => BinaryPrimitives.WriteInt16BigEndian(Cell(2), value);

    public void Int(int value) => BinaryPrimitives.WriteInt32BigEndian(Cell(4), value);

    public void Long(long value) => BinaryPrimitives.WriteInt64BigEndian(Cell(8), value);

    public void Bool(bool value) => Cell(1)[0] = value ? (byte)1 : (byte)0;

    public void Double(double value) => BinaryPrimitives.WriteDoubleBigEndian(Cell(8), value);

    public void Text(string value) => Encoding.UTF8.GetBytes(value, Cell(Encoding.UTF8.GetByteCount(value)));

    public void Bytes(byte[] value) => value.CopyTo(Cell(value.Length));

    public void Id(Guid value) => value.TryWriteBytes(Cell(16), bigEndian: true, out _);

    public void Day(DateOnly value) => Int(value.DayNumber - FirstDay.DayNumber);

    /// <exception cref="ArgumentException">The instant is not UTC.</exception>
    public void Instant(DateTime value)
    {
        if (value.Kind != DateTimeKind.Utc) throw new ArgumentException("Stored instants are UTC.", nameof(value));
        Long((value.Ticks - FirstInstant.Ticks) / TimeSpan.TicksPerMicrosecond);
    }

    private Span<byte> Cell(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(4), length);
        return Room(length);
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _at < length) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _at + length));
        var room = _bytes.AsSpan(_at, length);
        _at += length;
        return room;
    }

    private void Send()
    {
        copy.Write(_bytes, 0, _at);
        _at = 0;
    }
}
