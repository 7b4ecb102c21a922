using System.Linq.Expressions;
using Regsosek.Api.Access;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Households;

/// <summary>Families as somebody with these grants may see them. <paramref name="adult"/> and <paramref name="elder"/> stand for days: born on or
/// before them is 18, or 60, or older.</summary>
internal sealed class HouseholdProjection(
    Fields<HouseholdView> fields, Fields<MemberView> memberFields, FieldGroups granted, Expression adult, Expression elder)
{
    public Expression<Func<Household, HouseholdView>> Families()
    {
        var row = Expression.Parameter(typeof(Household), "h");
        var identity = Sees(FieldGroups.Identity);

        // Shown when a head is known to be an adult and no child bears that very name.
        Expression<Func<Household, DateOnly, bool>> childHead = (h, day) =>
            h.Members.Count(p => p.Relation == FamilyRelation.Head && p.BirthDate <= day) < 1
            || h.Members.Count(p => p.Name == h.HeadName && (p.BirthDate == null || p.BirthDate > day)) >= 1;
        var headIsChild = identity && !Sees(FieldGroups.Children) ? childHead.On(row, adult) : Expression.Constant(false);
        var headName =
            Expression.Condition(headIsChild, Expression.Constant(null, typeof(string)), Expression.Property(row, nameof(Household.HeadName)));
        return Mask.Fold<Household, HouseholdView>(fields, granted, row, new Dictionary<string, Expression>
        {
            [nameof(HouseholdView.Region)] = Expression.Property(row, nameof(Household.VillageCode)),
            [nameof(HouseholdView.FamilyCardSealed)] = identity
                ? Expression.Property(row, nameof(Household.FamilyCardSealed))
                : Expression.Constant(null, typeof(byte[])),
            [nameof(HouseholdView.Charged)] = Expression.Property(row, nameof(Household.MemberCount)),
            [nameof(HouseholdView.HeadIsChild)] = headIsChild,
            [nameof(HouseholdView.HeadName)] = identity && headIsChild is not ConstantExpression
                ? headName
                : Expression.Property(row, nameof(Household.HeadName)),
            [nameof(HouseholdView.RunKey)] = Ranked(h => h.Rank.Decile == null ? null : (long?)h.Rank.RunKey),
            [nameof(HouseholdView.Percentile)] = Ranked(h => h.Rank.Percentile),
            [nameof(HouseholdView.Decile)] = Ranked(h => h.Rank.Decile),
            [nameof(HouseholdView.WelfareClass)] = Ranked(h => h.Rank.WelfareClass),
            [nameof(HouseholdView.RankedProvince)] = Ranked(h => h.Rank.ProvinceCode),
            [nameof(HouseholdView.RankedRegency)] = Ranked(h => h.Rank.RegencyCode),
            [nameof(HouseholdView.RankedDistrict)] = Ranked(h => h.Rank.DistrictCode),
            [nameof(HouseholdView.RankedVillage)] = Ranked(h => h.Rank.VillageCode),
            [nameof(HouseholdView.Score)] = ((Expression<Func<Household, short?>>)(h => h.Rank.Score)).On(row),
            [nameof(HouseholdView.Members)] = Expression.Call(typeof(Enumerable), nameof(Enumerable.Select), [typeof(Person), typeof(MemberView)],
                Expression.Property(row, nameof(Household.Members)), Members()),
        });

        Expression Ranked<T>(Expression<Func<Household, T>> get) =>
            Sees(FieldGroups.Classification) ? get.On(row) : Expression.Constant(null, typeof(T));
    }

    /// <summary>A person under 18, or of unknown age, keeps name and NIK unless the agreement grants children's identity;
    /// tuberculosis and HIV/AIDS read as "other" without the health-sensitive group, so that a gap does not tell them.</summary>
    public Expression<Func<Person, MemberView>> Members()
    {
        var row = Expression.Parameter(typeof(Person), "p");
        Expression<Func<Person, DateOnly, bool>> isChild = (p, day) => p.BirthDate == null || p.BirthDate > day;
        Expression<Func<Person, Illness?>> folded = p => p.ChronicIllness == Illness.Tuberculosis || p.ChronicIllness == Illness.HivAids
            ? Illness.Other
            : p.ChronicIllness;
        var own = new Dictionary<string, Expression>();
        if (!Sees(FieldGroups.Identity)) own[nameof(MemberView.NikSealed)] = Expression.Constant(null, typeof(byte[]));
        if (Sees(FieldGroups.Identity) && !Sees(FieldGroups.Children))
        {
            var child = isChild.On(row, adult);
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

        if (!Sees(FieldGroups.HealthSensitive))
        {
            own[nameof(MemberView.ChronicIllness)] = folded.On(row);
            if (Sees(FieldGroups.Health)) own[nameof(MemberView.Carer)] = Carer.On(row, elder);
        }

        return Mask.Fold<Person, MemberView>(memberFields, granted, row, own);
    }

    /// <summary>A carer (429) is asked for under 60 only when some difficulty is severe: where no visible one is, the answer would
    /// tell of a hidden one.</summary>
    private static readonly Expression<Func<Person, DateOnly, Caregiver?>> Carer = (p, day) => p.BirthDate <= day
        || p.Seeing <= Difficulty.Great || p.Hearing <= Difficulty.Great || p.Walking <= Difficulty.Great || p.Handling <= Difficulty.Great
        || p.Learning <= Difficulty.Great || p.Communicating <= Difficulty.Great || p.SelfCare <= Difficulty.Great
        || p.Remembering <= Difficulty.Great
        ? p.Carer : null;

    private bool Sees(FieldGroups group) => (granted & group) == group;
}
