using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification.Runs;

/// <summary>A run that this process may not carry on any further.</summary>
public sealed class RunStoppedException(string message) : InvalidOperationException(message)
{
    internal static RunStoppedException Of(ClassificationRun run) => new(run.State == RunState.Cancelled
        ? $"Run {run.Id} was cancelled."
        : $"Run {run.Id} is carried on by another process, or was cancelled just now.");
}
