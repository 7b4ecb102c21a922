using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// 427 to 430: nutrition of the small, difficulties and illness that come with age, and who cares (E17 to E19).
internal static class Fitness
{
    private static readonly Odds<Difficulty> Degrees = new((Difficulty.Slight, 78), (Difficulty.Great, 18), (Difficulty.CannotAtAll, 4));
    private static readonly Odds<Frequency> Sorrows = new((Frequency.Rarely, 88), (Frequency.Often, 10), (Frequency.VeryOften, 2));
    private static readonly Odds<NutritionRecord> Growth = new(
        (NutritionRecord.NoRecord, 97), (NutritionRecord.Unknown, 2), (NutritionRecord.Wasting, 4));

    private static readonly Odds<Illness> Illnesses = new(
        (Illness.Hypertension, 34), (Illness.Rheumatism, 14), (Illness.Asthma, 9), (Illness.HeartDisease, 7),
        (Illness.Diabetes, 12), (Illness.Tuberculosis, 5), (Illness.Stroke, 4), (Illness.Cancer, 2),
        (Illness.KidneyFailure, 2), (Illness.Cholesterol, 9), (Illness.Other, 6));

    public static void Examine(MemberDraft member, FamilyDraft family, Chance chance)
    {
        var age = member.Age;
        if (age <= 4) member.Nutrition = chance.Leans(-1 - (0.5 * family.Welfare)) ? NutritionRecord.Stunting : Growth.Draw(chance);
        if (age >= 2) Body(member, Frailty(age), chance);
        if (age >= 5) Mind(member, Frailty(age), chance);
        if (age >= 60 || NeedsHelp(member))
            member.Carer = family.LivesAlone ? Caregiver.LivesAlone : chance.Happens(0.96) ? Caregiver.FamilyMember : Caregiver.NotFamilyMember;
        member.ChronicIllness = chance.Happens(Sickness(age)) ? Illnesses.Draw(chance) : Illness.None;
    }

    private static double Frailty(int age) => age switch { < 45 => 0.006, < 60 => 0.035, < 75 => 0.12, _ => 0.32 };

    private static double Sickness(int age) => age switch { < 30 => 0.012, < 45 => 0.05, < 60 => 0.16, _ => 0.33 };

    private static void Body(MemberDraft member, double frailty, Chance chance)
    {
        member.Seeing = Degree(1.5 * frailty, chance);
        member.Hearing = Degree(frailty, chance);
        member.Walking = Degree(1.3 * frailty, chance);
        member.Handling = Degree(0.6 * frailty, chance);
        member.Learning = Degree(0.4 * frailty, chance);
        member.Behaviour = Degree(0.3 * frailty, chance);
    }

    private static void Mind(MemberDraft member, double frailty, Chance chance)
    {
        member.Communicating = Degree(0.4 * frailty, chance);
        member.SelfCare = Degree(0.5 * frailty, chance);
        member.Remembering = Degree(0.8 * frailty, chance);
        member.Sadness = chance.Happens(member.Age < 15 ? 0.02 : 0.12) ? Sorrows.Draw(chance) : Frequency.Never;
    }

    private static Difficulty Degree(double share, Chance chance) => chance.Happens(share) ? Degrees.Draw(chance) : Difficulty.None;

    private static bool NeedsHelp(MemberDraft member) =>
        member.Sadness is Frequency.VeryOften or Frequency.Often
        || Severe(member.Seeing) || Severe(member.Hearing) || Severe(member.Walking) || Severe(member.Handling) || Severe(member.Learning)
        || Severe(member.Behaviour) || Severe(member.Communicating) || Severe(member.SelfCare) || Severe(member.Remembering);

    private static bool Severe(Difficulty? difficulty) => difficulty is Difficulty.CannotAtAll or Difficulty.Great;
}
