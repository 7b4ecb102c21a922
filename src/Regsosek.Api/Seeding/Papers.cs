using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// 403, 404, 410 and 411: who is there, with which number and which papers. No number, no card (E36).
internal static class Papers
{
    private const int Grown = 17;

    public static void Issue(MemberDraft member, FamilyDraft family, DemoNumbers numbers, Chance chance)
    {
        var isNew = member.Age == 0 ? 0.6 : member.Relation is FamilyRelation.ChildInLaw or FamilyRelation.Other ? 0.15 : 0;
        member.Presence = chance.Happens(isNew) ? MemberPresence.NewMember : MemberPresence.WithFamily;
        if (!chance.Happens(WithoutNumber(member, family))) member.Nik = numbers.Nik(family.Village.Regency, member.BirthDate, member.Sex);
        member.IdentityPapers = Held(member, family, chance);
        if (member is { IsWoman: true, Age: >= 10 and <= 54, EverMarried: true }) member.Pregnant = Code.YesIf(chance.Happens(Expecting(member)));
    }

    private static double WithoutNumber(MemberDraft member, FamilyDraft family)
    {
        var share = member.Age switch { 0 => 0.32, < 5 => 0.1, < Grown => 0.05, _ => 0.025 };
        return family.Village.IsUrban ? share : 1.5 * share;
    }

    private static PersonalPapers Held(MemberDraft member, FamilyDraft family, Chance chance)
    {
        var takesCard = member.Age >= Grown || member.EverMarried;
        var certified = chance.Leans((takesCard ? 0.3 : 1.4) + family.Welfare - (member.Age / 60.0));
        var certificate = certified ? PersonalPapers.BirthCertificate : PersonalPapers.None;
        if (member.Nik is null) return certificate;
        if (takesCard) return chance.Happens(0.97) ? certificate | PersonalPapers.IdentityCard : certificate;
        return chance.Leans(family.Welfare - 0.4) ? certificate | PersonalPapers.ChildCard : certificate;
    }

    private static double Expecting(MemberDraft member) => member switch
    {
        { MaritalStatus: not MaritalState.Married } => 0.003,
        { Age: < 35 } => 0.08,
        { Age: < 45 } => 0.025,
        _ => 0,
    };
}
