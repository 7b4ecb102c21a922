using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Households;

/// <summary>Members of families as the caller may see them. They are read for families that <see cref="HouseholdReader"/>
/// has put on record.</summary>
public sealed class MemberReader(Registry registry, Caller caller, Fields<MemberView> fields, Identities identities)
{
    /// <summary>Born on or before this day is 18 or older today.</summary>
    public DateOnly AdultBorn { get; } = registry.Today.AddYears(-18);

    public IQueryable<MemberView> All => registry.Persons.AsNoTracking().Select(Projection());

    /// <summary>The members of many families by one statement, in the order of the form.</summary>
    public async Task<ILookup<long, MemberView>> Of(IReadOnlyCollection<long> households, CancellationToken stop)
    {
        var keys = households.ToArray();
        var found = await All.Where(m => keys.Contains(m.HouseholdKey)).OrderBy(m => m.HouseholdKey).ThenBy(m => m.Key).ToListAsync(stop);
        var reasons = Reasons.NotGranted(fields.All, caller);
        var ofChild = Reasons.With(Reasons.With(reasons, "name", Reasons.Child), "nik", Reasons.Child);
        foreach (var m in found)
        {
            if (m.IsChild) (m.Name, m.NikSealed) = (null, null);
            m.Nik = identities.Open(m.NikSealed);
            m.Id = identities.Show(m.Id);
            m.Age = Ages.On(registry.Today, m.BirthDate);
            m.Masked = m.IsChild ? ofChild : reasons;
        }

        return found.ToLookup(m => m.HouseholdKey);
    }

    /// <summary>A carer (429) is asked for under 60 only when some difficulty is severe: where no visible one is, the answer would
    /// tell of a hidden one.</summary>
    private Expression<Func<Person, Caregiver?>> Carer()
    {
        var elder = registry.Today.AddYears(-60);
        return p => p.BirthDate <= elder
            || p.Seeing <= Difficulty.Great || p.Hearing <= Difficulty.Great || p.Walking <= Difficulty.Great || p.Handling <= Difficulty.Great
            || p.Learning <= Difficulty.Great || p.Communicating <= Difficulty.Great || p.SelfCare <= Difficulty.Great
            || p.Remembering <= Difficulty.Great
            ? p.Carer : null;
    }

    /// <summary>A person under 18, or of unknown age, keeps name and NIK unless the agreement grants children's identity;
    /// tuberculosis and HIV/AIDS read as "other" without the health-sensitive group, so that a gap does not tell them.</summary>
    internal Expression<Func<Person, MemberView>> Projection()
    {
        var row = Expression.Parameter(typeof(Person), "p");
        var adult = AdultBorn;
        Expression<Func<Person, bool>> isChild = p => p.BirthDate == null || p.BirthDate > adult;
        Expression<Func<Person, Illness?>> folded = p => p.ChronicIllness == Illness.Tuberculosis || p.ChronicIllness == Illness.HivAids
            ? Illness.Other
            : p.ChronicIllness;
        var own = new Dictionary<string, Expression>();
        if (!caller.Sees(FieldGroups.Identity)) own[nameof(MemberView.NikSealed)] = Expression.Constant(null, typeof(byte[]));
        if (caller.Sees(FieldGroups.Identity) && !caller.Sees(FieldGroups.Children))
        {
            var child = isChild.On(row);
            own[nameof(MemberView.IsChild)] = child;
            own[nameof(MemberView.Name)] =
                Expression.Condition(child, Expression.Constant(null, typeof(string)), Expression.Property(row, nameof(Person.Name)));
            own[nameof(MemberView.NikSealed)] =
                Expression.Condition(child, Expression.Constant(null, typeof(byte[])), Expression.Property(row, nameof(Person.NikSealed)));
        }
        else
        {
            own[nameof(MemberView.IsChild)] = Expression.Constant(false);
        }

        if (!caller.Sees(FieldGroups.HealthSensitive))
        {
            own[nameof(MemberView.ChronicIllness)] = folded.On(row);
            if (caller.Sees(FieldGroups.Health)) own[nameof(MemberView.Carer)] = Carer().On(row);
        }

        return Mask.Fold<Person, MemberView>(fields, caller.Fields, row, own);
    }
}
