using System.Buffers;
using System.Runtime.CompilerServices;
using Regsosek.Api.Access;
using Regsosek.Api.Http;

namespace Regsosek.Api.Households;

/// <summary>A line of JSON a family: the very text that <see cref="HouseholdJson"/> gives, by writers compiled for whole rows.</summary>
internal sealed class HouseholdNdjson(Selection selection) : HouseholdRows
{
    /// <summary>Of whole views, whose selection lives as long as the hub, compiled once.</summary>
    private static readonly ConditionalWeakTable<Selection, Writers> Known = [];

    private readonly Body _body = new();
    private readonly Writers _writers = Known.GetValue(selection, s => new(s));

    public override string MediaType => Ndjson;

    public override ReadOnlyMemory<byte> Head() => default;

    public override ReadOnlyMemory<byte> Page(IReadOnlyList<HouseholdView> families)
    {
        _body.Clear();
        foreach (var family in families)
        {
            _writers.Family(_body, family);
            if (_writers.Member is not null) Members(family.Members ?? []);
            _writers.Rest(_body, family);
            Masked(family.Masked);
            _body.Write("\n"u8);
        }

        return _body.Written;
    }

    public override void Dispose() => _body.Dispose();

    private void Members(IEnumerable<MemberView> members)
    {
        _body.Write(",\"members\":["u8);
        var isFirst = true;
        foreach (var member in members)
        {
            if (!isFirst) _body.Write(","u8);
            isFirst = false;
            _writers.Member!(_body, member);
            Masked(member.Masked);
        }

        _body.Write("]"u8);
    }

    private void Masked(IReadOnlyDictionary<string, string>? reasons)
    {
        _body.Write(",\"_masked\":"u8);
        _body.Write(reasons is null ? "{}"u8 : FieldWriters.Bytes(reasons));
        _body.Write("}"u8);
    }

    private sealed class Writers(Selection selection)
    {
        /// <summary>The fields before the members, and those behind them.</summary>
        public RowWriter<HouseholdView> Family { get; } = RowWriters.Of(selection.Household.TakeWhile(f => f.Name != Selection.MembersField), begins: true);
        public RowWriter<HouseholdView> Rest { get; } = RowWriters.Of(selection.Household.SkipWhile(f => f.Name != Selection.MembersField).Skip(1));
        public RowWriter<MemberView>? Member { get; } = selection.Members is null ? null : RowWriters.Of(selection.Members, begins: true);
    }
}
