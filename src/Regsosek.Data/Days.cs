namespace Regsosek.Data;

/// <summary>The hub's calendar day is that of eastern Indonesia (WIT, UTC+9, no summer time): the first of the country's three zones to begin a day,
/// so that a visit dated today in Jayapura is never in the future.</summary>
public static class Days
{
    private static readonly TimeSpan Wit = TimeSpan.FromHours(9);

    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow());

    /// <summary>The later of a day's beginning, as if it were UTC, and an instant.</summary>
    public static DateTime Last(DateOnly day, DateTime instant) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is var start && start > instant ? start : instant;

    /// <summary>The day an instant falls on.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Wit).DateTime);
}
