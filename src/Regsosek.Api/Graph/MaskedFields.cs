using Regsosek.Api.Access;

namespace Regsosek.Api.Graph;

/// <summary>Why fields of an answer are null, for <c>extensions.masked</c>: <c>"Household.familyCard": "not-granted"</c>
/// when the agreement hides the field
/// of all rows, <c>"Member.name": { "child": [ids] }</c> when the row hides it.</summary>
internal sealed class MaskedFields
{
    private readonly SortedDictionary<string, object> _byField = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, object>? ByField => _byField.Count == 0 ? null : _byField;

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
