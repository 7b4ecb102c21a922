using Regsosek.Data.Households;
using static Regsosek.Data.Households.FamilyRelation;
using static Regsosek.Data.Households.MaritalState;
using static Regsosek.Data.Households.PersonSex;

namespace Regsosek.Api.Seeding;

// Who lives together. Ages, sexes, marriages and relations fit one another (E11, E33, E34); at most ten, the head first.
internal static class Kin
{
    private const int Most = 10;
    private const MaritalState Unmarried = MaritalState.Single;
    private enum Core { Couple, Mother, Father, Young, Elder }

    private static readonly Odds<Core> Families = new((Core.Couple, 775), (Core.Mother, 105), (Core.Father, 20), (Core.Young, 35), (Core.Elder, 65));
    private static readonly Odds<Core> Roomers = new((Core.Couple, 25), (Core.Mother, 5), (Core.Young, 70));
    private static readonly Odds<int> HeadAges = new(
        (19, 2), (24, 9), (29, 14), (34, 15), (39, 15), (44, 13), (49, 11), (54, 9), (59, 7), (64, 5), (69, 4), (74, 2));

    public static void Gather(FamilyDraft family, Chance chance)
    {
        var core = (family.Door.Building.IsBoardingHouse ? Roomers : Families).Draw(chance);
        if (core is Core.Young or Core.Elder)
        {
            Alone(family, core is Core.Elder, chance);
            return;
        }

        var age = HeadAges.Draw(chance) + chance.Between(0, 4);
        var head = core is Core.Mother
            ? Join(family, Head, Female, Math.Max(age, 22), chance.Leans((age - 42) / 12.0) ? Widowed : Divorced, chance)
            : Join(family, Head, Male, core is Core.Couple ? age : Math.Max(age, 28), core is Core.Couple ? Married : Widowed, chance);
        var mother = core switch
        {
            Core.Couple => Join(family, Spouse, Female, WifeAge(age, chance), Married, chance).Age,
            Core.Mother => head.Age,
            _ => WifeAge(head.Age, chance),
        };
        foreach (var child in Fertility.Births(mother, family, chance))
            if (Fertility.StaysHome(child, chance)) Join(family, Child, Sex(chance), child, Unmarried, chance, head.FamilyName);
        Extend(family, chance);
        if (family.Members.Count > Most) family.Members.RemoveRange(Most, family.Members.Count - Most);
    }

    private static void Alone(FamilyDraft family, bool elder, Chance chance)
    {
        var sex = chance.Happens(elder ? 0.3 : 0.6) ? Male : Female;
        Join(family, Head, sex, elder ? chance.Between(60, 86) : chance.Between(18, 32), elder ? Widowed : Unmarried, chance);
    }

    private static void Extend(FamilyDraft family, Chance chance)
    {
        var head = family.Head;
        foreach (var child in family.Members.Where(member => member.Relation == Child && member.Age >= 19).ToList())
        {
            if (chance.Happens(family.IsPapuan ? 0.22 : 0.16)) Wed(family, child, chance);
            else if (child.IsWoman && chance.Happens(0.06)) ReturnWithChild(family, child, chance);
        }
        var elder = family.Members.Where(member => member.Relation is Head or Spouse).Max(member => member.Age);
        if (elder < 65 && chance.Happens(0.09))
            Join(family, ParentOrInLaw, chance.Happens(0.25) ? Male : Female, elder + chance.Between(18, 29), Widowed, chance);
        if (chance.Happens(family.IsPapuan ? 0.14 : 0.06))
            Join(family, Other, Sex(chance), chance.Between(8, 24), Unmarried, chance, head.FamilyName);
        if (family.Learning > 1.4 && chance.Happens(0.05)) Join(family, DomesticWorker, Female, chance.Between(18, 45), Unmarried, chance);
    }

    private static void Wed(FamilyDraft family, MemberDraft child, Chance chance)
    {
        child.MaritalStatus = Married;
        var partner = Join(family, ChildInLaw, child.IsWoman ? Male : Female, Math.Max(19, child.Age + (child.IsWoman ? 2 : -2)), Married, chance);
        var (wife, husband) = child.IsWoman ? (child, partner) : (partner, child);
        foreach (var born in Fertility.Births(wife.Age, family, chance).Take(3))
            Join(family, Grandchild, Sex(chance), born, Unmarried, chance, husband.FamilyName);
    }

    private static void ReturnWithChild(FamilyDraft family, MemberDraft daughter, Chance chance)
    {
        daughter.MaritalStatus = Divorced;
        foreach (var born in Fertility.Births(daughter.Age, family, chance).Take(1))
            Join(family, Grandchild, Sex(chance), born, Unmarried, chance, daughter.FamilyName);
    }

    private static int WifeAge(int husband, Chance chance) => Math.Clamp(husband - 3 + (int)(3.5 * chance.Normal()), 18, husband + 4);

    private static PersonSex Sex(Chance chance) => chance.Happens(0.51) ? Male : Female;

    private static MemberDraft Join(
        FamilyDraft family, FamilyRelation relation, PersonSex sex, int age, MaritalState marital, Chance chance, string? familyName = null)
    {
        familyName ??= family.IsPapuan ? Names.Marga(chance) : null;
        var member = new MemberDraft
        {
            Age = age,
            DeclaredAge = (short)age,
            OrderNumber = (short)(family.Members.Count + 1),
            Sex = sex,
            Relation = relation,
            MaritalStatus = marital,
            FamilyName = familyName,
            Name = Names.Full(sex, familyName, chance),
            BirthDate = BirthDate(family, relation, age, chance),
        };
        family.Members.Add(member);
        return member;
    }

    // Brothers and sisters of one age are twins: otherwise their births would lie too close together.
    private static DateOnly BirthDate(FamilyDraft family, FamilyRelation relation, int age, Chance chance) =>
        relation == Child && family.Members[^1] is { Relation: Child } last && last.Age == age
            ? last.BirthDate
            : family.Visit.AddYears(-age).AddDays(-chance.Between(0, 364));
}
