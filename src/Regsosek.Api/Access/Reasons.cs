using Regsosek.Data;

namespace Regsosek.Api.Access;

/// <summary>Why a member of a view is null: machine words beside it.</summary>
public static class Reasons
{
    public const string Child = "child";
    public const string Denied = "not-granted";

    public static IReadOnlyDictionary<string, string>? NotGranted<TView>(IEnumerable<Field<TView>> asked, Caller caller)
    {
        var hidden = asked.Where(f => !caller.Sees(f.Group)).ToDictionary(f => f.Name, _ => Denied);
        return hidden.Count == 0 ? null : hidden;
    }

    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string>? reasons, string field, string reason) =>
        new Dictionary<string, string>(reasons ?? new Dictionary<string, string>()) { [field] = reason };
}
