namespace Regsosek.Api.AccessLog;

/// <summary>Settings of the access log.</summary>
/// <param name="Wait">How long a start waits for another hub on the same database to end, and a read for a locked database (then 503).</param>
public sealed record AccessLogSettings(TimeSpan Wait)
{
    public static AccessLogSettings Of(IConfiguration configuration) => new(configuration.GetValue("AccessLog:Wait", TimeSpan.FromSeconds(10)));
}
