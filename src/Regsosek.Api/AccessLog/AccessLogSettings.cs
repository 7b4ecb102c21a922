using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Regsosek.Api.Settings;

namespace Regsosek.Api.AccessLog;

/// <summary>Settings of the access log.</summary>
[Section("AccessLog")]
public sealed class AccessLogSettings : IValidatableObject
{
    [Description("how long a start waits for another hub on the same database to end, and a read for a locked database (then 503)")]
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "is at most 10 minutes.")]
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);

    [Description("folder that closed segments go to as signed files, every hour and by `accesslog archive`; none: no archive")]
    public string? Archive { get; init; }

    [Description("days after which entries that are in the archive are deleted from the database; none: never")]
    [Range(2, 36_500, ErrorMessage = "is 2 (budgets count the last 24 hours) to 36,500 days.")]
    public int? RetentionDays { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RetentionDays is not null && Archive is null)
            yield return new("needs AccessLog:Archive: what is in no archive is never deleted.", [nameof(RetentionDays)]);
    }
}
