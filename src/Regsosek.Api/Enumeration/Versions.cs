using System.Linq.Expressions;
using System.Reflection;
using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

/// <summary>Former states: the whole record as it stood, with the end of its validity and of the hub's belief in it.</summary>
internal static class Versions
{
    private static readonly Action<HouseholdRecord, HouseholdRecord> CopyHousehold = Copier<HouseholdRecord>();
    private static readonly Action<PersonRecord, PersonRecord> CopyPerson = Copier<PersonRecord>();

    public static HouseholdVersion Of(HouseholdRecord was, DateOnly validTo, DateTime supersededAt)
    {
        var version = new HouseholdVersion
        {
            Source = "",
            SourceId = "",
            ProvinceCode = "",
            RegencyCode = "",
            DistrictCode = "",
            VillageCode = "",
            ValidTo = validTo,
            SupersededAt = supersededAt,
        };
        CopyHousehold(was, version);
        return version;
    }

    public static PersonVersion Of(PersonRecord was, DateOnly validTo, DateTime supersededAt)
    {
        var version = new PersonVersion { Source = "", ValidTo = validTo, SupersededAt = supersededAt };
        CopyPerson(was, version);
        return version;
    }

    /// <summary>The family as now observed: the same row and id, and the ranking stays until the next run.</summary>
    public static void Renew(Household current, Household observed)
    {
        (observed.Key, observed.Id) = (current.Key, current.Id);
        CopyHousehold(observed, current);
    }

    /// <summary>The person as now observed, in the family that observed him.</summary>
    public static void Renew(Person current, Person observed)
    {
        (observed.Key, observed.Id) = (current.Key, current.Id);
        CopyPerson(observed, current);
    }

    private static Action<T, T> Copier<T>()
    {
        var from = Expression.Parameter(typeof(T));
        var to = Expression.Parameter(typeof(T));
        var copies = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)
            .Select(p => Expression.Assign(Expression.Property(to, p), Expression.Property(from, p)));
        return Expression.Lambda<Action<T, T>>(Expression.Block(copies), from, to).Compile();
    }
}
