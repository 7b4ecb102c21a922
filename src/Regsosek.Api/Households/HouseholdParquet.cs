using Parquet;
using Parquet.Schema;
using Regsosek.Api.Http;

namespace Regsosek.Api.Households;

/// <summary>A table of families by column (Apache Parquet), typed: codes are whole numbers, days are dates, and what is hidden or not known is null. Its
/// writer only ever writes into memory, so nothing is waited for.</summary>
internal sealed class HouseholdParquet : HouseholdRows
{
    /// <summary>Families of a row group: what is held until it is written.</summary>
    private const int Group = 25_000;

    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Snappy };
    private readonly Body _body = new();
    private readonly List<ParquetColumn> _columns;
    private readonly ParquetWriter _writer;
    private int _held;

    public HouseholdParquet(Selection selection)
    {
        _columns = [.. HouseholdColumn.Of(selection).Select(ParquetColumn.Of)];
        _writer = ParquetWriter.CreateAsync(new ParquetSchema(_columns.Select(c => c.Field)), new BodyStream(_body), Options).GetAwaiter().GetResult();
    }

    public override string MediaType => Parquet;

    public override ReadOnlyMemory<byte> Head() => _body.Written;

    public override ReadOnlyMemory<byte> Page(IReadOnlyList<HouseholdView> families)
    {
        _body.Clear();
        foreach (var family in families)
        {
            foreach (var column in _columns) column.Add(family);
            if (++_held == Group) Write();
        }

        return _body.Written;
    }

    public override ReadOnlyMemory<byte> Foot()
    {
        _body.Clear();
        if (_held > 0) Write();
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return _body.Written;
    }

    public override void Dispose() => _body.Dispose();

    private void Write()
    {
        using var group = _writer.CreateRowGroup();
        foreach (var column in _columns) column.Write(group).GetAwaiter().GetResult();
        _held = 0;
    }
}
