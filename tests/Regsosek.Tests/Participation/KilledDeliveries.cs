using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Participation;

/// <summary>The real hub, killed (SIGKILL) while it takes a delivery in, again and again: it goes on at every start, and no row is lost or there twice.</summary>
[OnEveryEngine]
public sealed class KilledDeliveries : IDisposable
{
    private const int Kills = 3, Rows = 60_000, Repeated = 100;
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-deliveries-").FullName;

    [Fact]
    public async Task A_delivery_killed_three_times_has_every_row_once()
    {
        using var database = new TestDatabase($"{_folder}/data", Holding.TablesAndRegions);
        var settings = database.Serving(_folder, "--Demo:Scale=0.02");
        var registries = new Registries(TestDatabase.Engine, database.Connection, TimeProvider.System);
        await using var registry = registries.For(Caller.System("test"));
        var id = await Killed.Times(Kills, settings, Begin, () => Line(registry), by: 0);

        Assert.InRange(await Line(registry), 1, Rows - 1);
        using (var last = Running.Hub(settings))
        {
            using var http = await SignedIn.Ministry(await last.Listening);
            var told = await http.Ended(id);
            Assert.Equal(("finished", Rows - Repeated, Repeated), (told.GetProperty("state").GetString(), told.Number("added"), told.Number("rejected")));
            Assert.Equal(Enumerable.Range(1, Rows).Select(n => (long)n), await registry.DeliveredRows.OrderBy(r => r.Line).Select(r => r.Line).ToListAsync());
            Assert.Equal(HttpStatusCode.OK, (await http.Send("programme=PKH&period=2022-10", Table())).StatusCode);
            last.Kill();
            await last.Ended;
        }

        TestDatabase.Close(registry);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> Begin(HttpClient http)
    {
        using var answer = await http.Send("programme=PKH&period=2022-10", Table());
        return (await answer.Json(HttpStatusCode.Accepted)).Id();
    }

    private static Task<long> Line(Registry registry) => registry.Deliveries.Select(d => d.Line).SingleAsync();

    /// <summary>Numbers that nobody here has, none of them the 0000th of its day; the last are those of the first rows again.</summary>
    private static string Table() => Enumerable.Range(1, 2 * Rows).Where(n => n % 10_000 > 0).Take(Rows - Repeated).Concat(Enumerable.Range(1, Repeated))
        .Aggregate(new StringBuilder("nik,amount\n"), (table, n) => table.Append($"91719901019{n:00000},{n}\n")).ToString();
}
