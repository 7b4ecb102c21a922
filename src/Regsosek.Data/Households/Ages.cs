namespace Regsosek.Data.Households;

/// <summary>Completed years. Who was born on 29 February grows older on 1 March in a common year, as date arithmetic in a query has it.</summary>
public static class Ages
{
    /// <summary>Null when the birth date is unknown or after the day.</summary>
    public static int? On(DateOnly day, DateOnly? born)
    {
        if (born is not { } birth || birth > day) return null;
        var years = day.Year - birth.Year;
        return birth > day.AddYears(-years) ? years - 1 : years;
    }
}
