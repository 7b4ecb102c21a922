using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// 412 to 415. Everybody went up one path of schools as far as some class: level, class and diploma follow from it (E14, E37).
internal static class SchoolYears
{
    private const int LastAge = 23;
    private const int DiplomaGrade = 15;
    private sealed record School(EducationLevel Level, int From, int To);

    private static readonly Ladder<int> Reached = new(18,
        (0, -2.1), (3, -1.75), (4, -1.6), (6, -0.7), (7, -0.6), (9, 0.0), (11, 0.1), (12, 1.15), (15, 1.35), (16, 2.4));

    private static readonly School[][] General = Paths(EducationLevel.Sd, EducationLevel.Smp, EducationLevel.Sma);
    private static readonly School[][] Vocational = Paths(EducationLevel.Sd, EducationLevel.Smp, EducationLevel.Smk);
    private static readonly School[][] Islamic = Paths(EducationLevel.Mi, EducationLevel.Mts, EducationLevel.Ma);
    private static readonly School[][] Package = Paths(EducationLevel.Sd, EducationLevel.PaketB, EducationLevel.PaketC);

    public static void Attend(MemberDraft member, FamilyDraft family, Chance chance)
    {
        if (member.Age < 5) return;
        var promoted = Math.Max(0, member.Age - (chance.Happens(0.35) ? 5 : 6));
        var attends = promoted > 0 && member.Age <= LastAge && !member.EverMarried && chance.Leans(Pull(member.Age) + (0.55 * family.Learning));
        member.Grade = attends ? promoted : Math.Min(Left(member, family, chance), promoted);
        member.SchoolParticipation = attends ? Schooling.Attending : member.Grade == 0 ? Schooling.Never : Schooling.NoLonger;
        if (member.Grade > 0) Place(member, Path(family, chance)[member.Grade == DiplomaGrade || chance.Happens(0.2) ? 1 : 0]);
    }

    private static double Pull(int age) => age switch
    {
        6 => 0.9,
        < 13 => 4,
        < 16 => 2.2,
        < 19 => 0.85,
        _ => -0.95,
    };

    private static int Left(MemberDraft member, FamilyDraft family, Chance chance)
    {
        var cohort = member.Age switch { < 35 => 0.35, < 50 => 0, < 65 => -0.5, _ => -1.2 };
        return Reached.At((0.8 * family.Learning) + (0.55 * chance.Normal()) + cohort);
    }

    private static School[][] Path(FamilyDraft family, Chance chance)
    {
        if (family is { IsMuslim: true, IsPapuan: false } && chance.Happens(0.18)) return Islamic;
        return chance.Happens(0.03) ? Package : chance.Happens(0.33) ? Vocational : General;
    }

    private static void Place(MemberDraft member, School[] path)
    {
        var at = Array.FindIndex(path, school => member.Grade <= school.To);
        var (level, from, to) = path[at];
        var passed = !member.AtSchool && member.Grade == to;
        member.SchoolLevel = level;
        member.SchoolClass = passed ? ClassReached.Completed : (ClassReached)(member.Grade - from + 1);
        var diploma = passed ? at : at - 1;
        member.Diploma = diploma < 0 ? DiplomaHeld.None : (DiplomaHeld)(short)path[diploma].Level;
    }

    // After the senior school either a bachelor's degree and perhaps a master's, or a diploma of three years and then a bachelor's.
    private static School[][] Paths(EducationLevel primary, EducationLevel junior, EducationLevel senior)
    {
        School[] schools = [new(primary, 1, 6), new(junior, 7, 9), new(senior, 10, 12)];
        School master = new(EducationLevel.Master, 17, 18);
        return
        [
            [.. schools, new(EducationLevel.Bachelor, 13, 16), master],
            [.. schools, new(EducationLevel.Diploma123, 13, 15), new(EducationLevel.Bachelor, 16, 16), master],
        ];
    }
}
