using Regsosek.Api.Access;

namespace Regsosek.Api.Graph;

/// <summary>Why fields of an answer are null, for <c>extensions.masked</c>: <c>"Household.familyCard": "not-granted"</c>
/// when the agreement hides the field
/// of all rows, <c>"Member.name": { "child": [ids] }</c> when the row hides it.</summary>
internal sealed class MaskedFields
{
    private readonly SortedDictionary<string, object> _byField = new(StringComparer.Ordinal);
    private readonly Dictionary<(RowPlan, IReadOnlyDictionary<string, string>), (string Field, string Reason)[]> _byRow = [];

    public IReadOnlyDictionary<string, object>? ByField => _byField.Count == 0 ? null : _byField;

    /// <summary>Takes the reasons of a row. Rows of a page share most of them, which are looked at once.</summary>
    public void Add(RowPlan plan, MaskedRow row)
    {
        if (row.Reasons is null) return;
        if (!_byRow.TryGetValue((plan, row.Reasons), out var own)) _byRow[(plan, row.Reasons)] = own = OfRows(plan.Hidden(row.Reasons));
        foreach (var (field, reason) in own) Add(field, reason, row.Id);
    }

    /// <summary>Those that hang on the row; the others hold for all.</summary>
    private (string Field, string Reason)[] OfRows(IEnumerable<(string Field, string Reason)> hidden)
    {
        var all = hidden.ToLookup(h => h.Reason == Reasons.Denied);
        foreach (var (field, reason) in all[true]) Add(field, reason);
        return [.. all[false]];
    }

    public void Add(string field, string reason, Guid row = default)
    {
        if (reason == Reasons.Denied)
        {
            _byField.TryAdd(field, reason);
            return;
        }

        if (!_byField.TryGetValue(field, out var known))
            _byField[field] = known = new SortedDictionary<string, HashSet<Guid>>(StringComparer.Ordinal);
        var rows = (SortedDictionary<string, HashSet<Guid>>)known;
        if (!rows.TryGetValue(reason, out var ids)) rows[reason] = ids = [];
        ids.Add(row);
    }
}
