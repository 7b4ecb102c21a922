using System.Diagnostics;

namespace Regsosek.Tests;

/// <summary>Waits for what happens elsewhere in its own time: as soon as it has, and not for ever.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(5);

    public static async Task Holds(string what, Func<Task<bool>> condition) => await Is(what, condition, holds => holds);

    /// <summary>The first value that is as it should be.</summary>
    public static async Task<T> Is<T>(string what, Func<Task<T>> value, Func<T, bool> asItShouldBe)
    {
        for (var since = Stopwatch.GetTimestamp(); ;)
        {
            var now = await value();
            if (asItShouldBe(now)) return now;
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"{what}: not within {Patience}, still {now}");
            await Task.Delay(Between);
        }
    }
}
