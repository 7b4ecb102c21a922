using Regsosek.Api.Access;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Households;

/// <summary>Members of families as the caller may see them. They are read for families that <see cref="HouseholdReader"/>
/// has put on record.</summary>
public sealed class MemberReader(Registry registry, Caller caller, Fields<MemberView> fields, CompiledQueries reads, Identities identities)
{
    private static readonly string[] Kept =
        [nameof(MemberView.Id), nameof(MemberView.Key), nameof(MemberView.HouseholdKey), nameof(MemberView.IsChild)];

    private static readonly UInt128 Whole = Columns<MemberView>.Of(
        typeof(MemberView).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Except([nameof(MemberView.Nik), nameof(MemberView.Age),
            nameof(MemberView.Masked)]));

    /// <summary>Members of many families by one statement, in the order of the form, with no other fields than those asked for.</summary>
    public async Task<ILookup<long, MemberView>> Of(
        IReadOnlyCollection<long> households, IReadOnlyList<Field<MemberView>> asked, CancellationToken stop)
    {
        var today = registry.Today;
        var reasons = Reasons.NotGranted(asked, caller);
        IReadOnlyDictionary<string, string>? ofChild = null;
        var found = new List<MemberView>(4 * households.Count);
        await foreach (var m in Rows(households, ReferenceEquals(asked, fields.All) ? Whole : ColumnsOf(asked)).WithCancellation(stop))
        {
            if (m.IsChild) (m.Name, m.NikSealed) = (null, null);
            m.Nik = identities.Open(m.NikSealed);
            m.Id = identities.Show(m.Id);
            m.Age = Ages.On(today, m.BirthDate);
            m.Masked = m.IsChild ? ofChild ??= OfChild(reasons, asked) : reasons;
            found.Add(m);
        }

        return found.ToLookup(m => m.HouseholdKey);
    }

    private IAsyncEnumerable<MemberView> Rows(IReadOnlyCollection<long> households, UInt128 columns)
    {
        var (adult, elder) = (registry.Today.AddYears(-18), registry.Today.AddYears(-60));
        return households.Count == 1
            ? reads.MembersOfOne(registry, caller.Fields, columns)(registry, adult, elder, households.First())
            : reads.Members(registry, caller.Fields, columns)(registry, adult, elder, [.. households]);
    }

    private static UInt128 ColumnsOf(IReadOnlyList<Field<MemberView>> asked) => Columns<MemberView>.Of(asked.Select(f => f.Property.Name switch
    {
        nameof(MemberView.Nik) => nameof(MemberView.NikSealed),
        nameof(MemberView.Age) => nameof(MemberView.BirthDate),
        var name => name,
    }).Concat(Kept));

    private static IReadOnlyDictionary<string, string>? OfChild(IReadOnlyDictionary<string, string>? reasons, IReadOnlyList<Field<MemberView>> asked)
    {
        string[] ofIdentity = ["name", "nik"];
        return ofIdentity.Where(name => asked.Any(f => f.Name == name)).Aggregate(reasons, (all, name) => Reasons.With(all, name, Reasons.Child));
    }
}
