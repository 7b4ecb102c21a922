using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Regsosek.Api.Settings;

namespace Regsosek.Api.AccessLog;

/// <summary>Settings of the access log.</summary>
[Section("AccessLog")]
public sealed class AccessLogSettings
{
    [Description("how long a start waits for another hub on the same database to end, and a read for a locked database (then 503)")]
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "is at most 10 minutes.")]
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);
}
