using Regsosek.Data.Households;

namespace Regsosek.Api.Seeding;

// A fact as the form writes it; one in a hundred does not know.
internal static class Code
{
    private const double Unsure = 0.01;

    public static YesNo YesIf(bool holds) => holds ? YesNo.Yes : YesNo.No;

    public static YesNoUnknown YesIf(bool holds, Chance chance) =>
        chance.Happens(Unsure) ? YesNoUnknown.Unknown : holds ? YesNoUnknown.Yes : YesNoUnknown.No;

    public static HealthInsurances Or99(HealthInsurances held, Chance chance) => chance.Happens(Unsure) ? HealthInsurances.Unknown : held;

    public static EmploymentInsurances Or99(EmploymentInsurances held, Chance chance) => chance.Happens(Unsure) ? EmploymentInsurances.Unknown : held;
}
