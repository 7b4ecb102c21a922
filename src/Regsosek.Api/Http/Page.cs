namespace Regsosek.Api.Http;

/// <summary>One page: items, the cursor of the next page when there is one, the place of each item when asked for, the
/// total when asked for.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, IReadOnlyList<string>? Places, long? Total);
