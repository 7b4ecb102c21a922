namespace Regsosek.Data.AsOf;

/// <summary>When a former state held: what is needed to tell whether another state of the same family or person is the better one.</summary>
internal abstract class FormerState
{
    public long Key { get; set; }
    public long VersionKey { get; set; }
    public DateOnly ObservedOn { get; set; }
    public DateOnly ValidFrom { get; set; }
    public DateOnly ValidTo { get; set; }
    public DateTime RecordedAt { get; set; }
    public DateTime SupersededAt { get; set; }
    public DateTime Until { get; set; }
}

/// <inheritdoc/>
internal sealed class FormerHouseholdState : FormerState;

/// <inheritdoc/>
internal sealed class FormerPersonState : FormerState;
