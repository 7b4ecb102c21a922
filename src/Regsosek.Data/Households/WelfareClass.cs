namespace Regsosek.Data.Households;

/// <summary>Welfare class (kelas kesejahteraan) of scheme regsosek-1, by the share of persons ranked at or below the family.</summary>
public enum WelfareClass : short
{
    /// <summary>Extreme poor (miskin ekstrem): the lowest 5 % of persons.</summary>
    MISKIN_EKSTREM = 1,

    /// <summary>Very poor (sangat miskin): up to 10 %.</summary>
    SANGAT_MISKIN = 2,

    /// <summary>Poor (miskin): up to 20 %.</summary>
    MISKIN = 3,

    /// <summary>Near poor (hampir miskin, mendekati miskin): up to 30 %.</summary>
    HAMPIR_MISKIN = 4,

    /// <summary>Vulnerable (rentan): up to 40 %.</summary>
    RENTAN = 5,

    /// <summary>Not poor (tidak miskin).</summary>
    TIDAK_MISKIN = 6,
}
