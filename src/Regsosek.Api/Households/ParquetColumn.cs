using System.Globalization;
using Parquet;
using Parquet.Schema;
using Regsosek.Api.Access;
using Regsosek.Data.Households;

namespace Regsosek.Api.Households;

/// <summary>The values of one column of a row group that is being filled.</summary>
internal abstract class ParquetColumn<TRow>(DataField of)
{
    public DataField Field => of;

    public abstract void Add(TRow row);

    /// <summary>Writes what was added, and begins anew.</summary>
    public abstract Task Write(ParquetRowGroupWriter group);

    public static ParquetColumn<TRow> Of(TableColumn<TRow> column) => column.Type switch
    {
        var t when t == typeof(bool) => new Values<bool>(column, v => (bool)v),
        var t when t == typeof(long) => new Values<long>(column, v => (long)v),
        var t when t == typeof(double) => new Values<double>(column, v => (double)v),
        var t when t == typeof(DateOnly) => new Values<DateOnly>(column, v => (DateOnly)v),
        var t when t == typeof(short) || t == typeof(int) || (t.IsEnum && t != typeof(WelfareClass)) =>
            new Values<int>(column, v => Convert.ToInt32(v, CultureInfo.InvariantCulture)),
        _ => new Texts(column),
    };

    private sealed class Values<T>(TableColumn<TRow> column, Func<object, T> read) : ParquetColumn<TRow>(new DataField<T>(column.Name, nullable: true))
        where T : struct
    {
        private T?[] _values = new T?[1_000];
        private int _count;

        public override void Add(TRow row)
        {
            if (_count == _values.Length) Array.Resize(ref _values, _count * 2);
            _values[_count++] = column.Get(row) is { } value ? read(value) : null;
        }

        public override Task Write(ParquetRowGroupWriter group)
        {
            var all = _values.AsMemory(0, _count);
            _count = 0;
            return group.WriteAsync<T>(Field, all);
        }
    }

    /// <summary>Texts; ids and classes too, as they look in JSON.</summary>
    private sealed class Texts(TableColumn<TRow> column) : ParquetColumn<TRow>(new DataField<string>(column.Name, nullable: true))
    {
        private readonly List<string?> _values = [];

        public override void Add(TRow row) => _values.Add(column.Get(row) is { } value ? FieldValues.Text(value) : null);

        public override async Task Write(ParquetRowGroupWriter group)
        {
            await group.WriteAsync(Field, _values!);
            _values.Clear();
        }
    }
}
