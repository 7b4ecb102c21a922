using System.Globalization;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.AsOf;

namespace Regsosek.Api.AsOf;

/// <summary>The parameters <c>asOf</c> and <c>knownAt</c>, the same on every surface.</summary>
public static class Moments
{
    public const string AsOf = "asOf", KnownAt = "knownAt";
    public const string SaysAsOf = "What was in force on this day, as the hub knows it now; ages are taken on it. From 1900-01-01 to today.";
    public const string SaysKnownAt = "What the hub knew at this instant, RFC 3339. Without asOf: what was in force on the day of the instant.";
    public const string AnAsOf = "2026-01-31", AKnownAt = "2026-01-31T17:00:00Z";

    public static readonly string[] Parameters = [AsOf, KnownAt];
    private static readonly DateOnly First = new(1900, 1, 1);

    private static readonly string[] Instants =
        [.. Enumerable.Range(0, 8).Select(digits => $"yyyy-MM-dd'T'HH:mm:ss{(digits == 0 ? "" : "." + new string('f', digits))}zzz")];

    /// <summary>Null when neither is given. A text that does not fit is a problem that names its parameter.</summary>
    public static Moment? Read(string? asOf, string? knownAt, TimeProvider clock)
    {
        if (asOf is null && knownAt is null) return null;
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var instant = knownAt is null ? now : Instant(knownAt) is { } at && at <= now && Days.Of(at) >= First
            ? at
            : throw new ProblemException(Problems.Invalid(KnownAt, $"an instant that is not to come, with its offset, such as {AKnownAt}."));
        var day = asOf is null ? Days.Of(instant) : DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            && on >= First && on <= today
            ? on
            : throw new ProblemException(Problems.Invalid(AsOf, $"a day from {First:yyyy-MM-dd} to today, such as {AnAsOf}."));
        return new(day, instant.UtcDateTime, Named(asOf, knownAt is null ? null : instant));
    }

    /// <summary>What is asked, known at an instant when it says none: for work that outlasts its request.</summary>
    /// <param name="at">As it is stored (<see cref="Whole"/>).</param>
    public static Moment Of(string? asOf, string? knownAt, DateTimeOffset at, TimeProvider clock) =>
        Read(asOf, knownAt ?? at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), clock)!;

    /// <summary>Whole microseconds: what every engine keeps, so that the work reads as of the very instant that is stored.</summary>
    public static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));

    private static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParseExact(text.EndsWith('Z') ? text[..^1] + "+00:00" : text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at : null;

    private static string Named(string? asOf, DateTimeOffset? knownAt) => string.Join('&', new[]
    {
        asOf is null ? null : $"{AsOf}={asOf}",
        knownAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"{KnownAt}={at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF}Z") : null,
    }.OfType<string>());
}
