using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Regsosek.Data;

namespace Regsosek.Api.Access;

/// <summary>Why a member of a view is null: machine words beside it.</summary>
public static class Reasons
{
    public const string Child = "child";
    public const string Denied = "not-granted";

    /// <summary>By the list of fields itself: that of a whole view lives as long as the hub.</summary>
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<FieldGroups, IReadOnlyDictionary<string, string>>> Known = [];

    /// <summary>Shared by all who ask the same: nobody may change it. Null when nothing is hidden.</summary>
    public static IReadOnlyDictionary<string, string>? NotGranted<TView>(IReadOnlyList<Field<TView>> asked, Caller caller)
    {
        var hidden = Known.GetOrCreateValue(asked).GetOrAdd(caller.Fields,
            granted => asked.Where(f => (granted & f.Group) != f.Group).ToDictionary(f => f.Name, _ => Denied));
        return hidden.Count == 0 ? null : hidden;
    }

    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string>? reasons, string field, string reason) =>
        new Dictionary<string, string>(reasons ?? new Dictionary<string, string>()) { [field] = reason };
}
