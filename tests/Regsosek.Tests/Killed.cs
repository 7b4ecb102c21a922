namespace Regsosek.Tests;

/// <summary>Work of a hub that is killed (SIGKILL) while it is at it.</summary>
internal static class Killed
{
    /// <param name="begin">Asks the first hub for the work; gives its id.</param>
    /// <param name="done">How far the work is.</param>
    /// <param name="by">Each hub is killed when it has got further than this.</param>
    public static async Task<string> Times(int kills, string[] settings, Func<HttpClient, Task<string>> begin, Func<Task<long>> done, int by)
    {
        string? id = null;
        for (var kill = 0; kill < kills; kill++)
        {
            using var hub = Running.Hub(settings);
            using var http = await SignedIn.Ministry(await hub.Listening);
            id ??= await begin(http);
            var before = kill == 0 ? 0 : await done();
            await Eventually.Holds("the work goes on", async () => await done() > before + by);
            hub.Kill();
            await hub.Ended;
        }

        return id!;
    }
}
