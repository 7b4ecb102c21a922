using System.Buffers;
using System.Text.Json;
using Regsosek.Api.Http;

namespace Regsosek.Api.Households;

/// <summary>A line of JSON a family.</summary>
internal sealed class HouseholdNdjson : HouseholdRows
{
    private readonly Body _body = new();
    private readonly Selection _selection;
    private readonly Utf8JsonWriter _json;

    public HouseholdNdjson(Selection selection) => (_selection, _json) = (selection, new(_body, Json.Writer));

    public override string MediaType => Ndjson;

    public override ReadOnlyMemory<byte> Head() => default;

    public override ReadOnlyMemory<byte> Page(IReadOnlyList<HouseholdView> families)
    {
        _body.Clear();
        foreach (var household in families)
        {
            HouseholdJson.Write(_json, household, _selection);
            _json.Flush();
            _json.Reset();
            _body.Write("\n"u8);
        }

        return _body.Written;
    }

    public override void Dispose()
    {
        _json.Dispose();
        _body.Dispose();
    }
}
