using System.Collections.Frozen;
using System.Reflection;

namespace Regsosek.Api.Access;

/// <summary>A set of members of a view, as a number: a bit for each.</summary>
internal static class Columns<TView>
{
    private static readonly PropertyInfo[] All = [.. typeof(TView).GetProperties().Where(p => p.CanWrite)];
    private static readonly FrozenDictionary<string, int> Places = All.Index().ToFrozenDictionary(p => p.Item.Name, p => p.Index);

    public static UInt128 Of(IEnumerable<string> names) => names.Aggregate(UInt128.Zero, (set, name) => set | (UInt128.One << Places[name]));

    public static IEnumerable<PropertyInfo> In(UInt128 set) => All.Where((_, i) => (set >> i & 1) == 1);

    static Columns() => ArgumentOutOfRangeException.ThrowIfGreaterThan(All.Length, 128, typeof(TView).Name);
}
