using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Regsosek.Data.Providers;

/// <summary>Has PostgreSQL keep one plan for a statement with this tag. Of a page as of a moment it expects so few rows for any key that it would plan
/// each key anew, which takes longer than to read the page, to find the same plan; and what it joins to a page it is to look up by key, where of a small
/// table it would read all of it for every page. For other statements its choice is better.</summary>
public sealed class OnePlan : DbCommandInterceptor
{
    public const string Tag = "one plan";
    internal static readonly OnePlan Instance = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        // All in one round trip, and one transaction: a statement that fails takes the setting with it.
        if (command.CommandText.StartsWith($"-- {Tag}", StringComparison.Ordinal))
            command.CommandText = $"SET plan_cache_mode = force_generic_plan;\nSET enable_hashjoin = off;\n{command.CommandText};\nSET enable_hashjoin = on;\nSET plan_cache_mode = auto";
        return new(result);
    }
}
