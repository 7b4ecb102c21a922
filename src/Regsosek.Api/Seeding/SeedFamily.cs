namespace Regsosek.Api.Seeding;

// One family from its own stream of chance: place, people, means, and then everything that follows from them.
internal static class SeedFamily
{
    private const int RoundDays = 60;

    public static FamilyDraft Compose(SeedRequest request, int index, Settlement settlement, DemoNumbers numbers)
    {
        var chance = Chance.Of((ulong)request.Seed ^ Chance.Hash(request.Region), index);
        var village = settlement.Draw(chance);
        var visit = request.Reference.AddDays(-chance.Between(1, RoundDays));
        var family = new FamilyDraft
        {
            SourceId = $"seed-{request.Region}-{request.Seed}-{index}",
            Village = village,
            Visit = visit,
            Door = village.Open(chance),
            IsPapuan = village.IsPapua && chance.Happens(village.IsUrban ? 0.45 : 0.9),
            IsMuslim = chance.Happens(village.IsPapua ? 0.6 : 0.87),
        };
        family.Learning = village.Learning + chance.Normal();
        Kin.Gather(family, chance);
        family.Welfare = Welfare(family, chance);
        foreach (var member in family.Members) Describe(member, family, numbers, chance);
        Cover.Insure(family, chance);
        Tenure.Settle(family, chance);
        Dwelling.Furnish(family, chance);
        Belongings.Furnish(family, chance);
        Aid.Grant(family, chance);
        Interview.Record(family, request.Reference, numbers, chance);
        return family;
    }

    private static double Welfare(FamilyDraft family, Chance chance) =>
        (0.5 * family.Learning) + family.Village.Welfare - (0.12 * (family.Members.Count - 3.5)) + (0.7 * chance.Normal());

    private static void Describe(MemberDraft member, FamilyDraft family, DemoNumbers numbers, Chance chance)
    {
        Papers.Issue(member, family, numbers, chance);
        SchoolYears.Attend(member, family, chance);
        Fitness.Examine(member, family, chance);
        Livelihood.Find(member, family, chance);
        Enterprise.Found(member, family, chance);
    }
}
