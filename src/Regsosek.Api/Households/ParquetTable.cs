using Parquet;
using Parquet.Schema;
using Regsosek.Api.Http;

namespace Regsosek.Api.Households;

/// <summary>A table by column (Apache Parquet), typed: codes are whole numbers, days are dates, and what is hidden or not known is null. Its
/// writer only ever writes into memory, so nothing is waited for.</summary>
internal sealed class ParquetTable<TRow> : IDisposable
{
    /// <summary>Rows of a row group: what is held until it is written.</summary>
    private const int Group = 25_000;

    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Snappy };
    private readonly Body _body = new();
    private readonly List<ParquetColumn<TRow>> _columns;
    private readonly ParquetWriter _writer;
    private int _held;

    public ParquetTable(IEnumerable<TableColumn<TRow>> columns)
    {
        _columns = [.. columns.Select(ParquetColumn<TRow>.Of)];
        _writer = ParquetWriter.CreateAsync(new ParquetSchema(_columns.Select(c => c.Field)), new BodyStream(_body), Options).GetAwaiter().GetResult();
    }

    public ReadOnlyMemory<byte> Head() => _body.Written;

    public ReadOnlyMemory<byte> Page(IReadOnlyList<TRow> rows)
    {
        _body.Clear();
        foreach (var row in rows)
        {
            foreach (var column in _columns) column.Add(row);
            if (++_held == Group) Write();
        }

        return _body.Written;
    }

    public ReadOnlyMemory<byte> Foot()
    {
        _body.Clear();
        if (_held > 0) Write();
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return _body.Written;
    }

    public void Dispose() => _body.Dispose();

    private void Write()
    {
        using var group = _writer.CreateRowGroup();
        foreach (var column in _columns) column.Write(group).GetAwaiter().GetResult();
        _held = 0;
    }
}
