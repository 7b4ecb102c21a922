using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Regsosek.Tests.Access;

namespace Regsosek.Tests.AccessLog;

/// <summary>A hub whose log holds two closed segments and the beginning of a third, written by its own writer.</summary>
public sealed class FilledLog : IAsyncLifetime
{
    public const int Closed = 2 * AccessChain.SegmentSize, Entries = Closed + 100;

    public OwnHub Hub { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Hub.InitializeAsync();
        await Fill(Hub, Entries);
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    /// <summary>Records reads past HTTP: of three families each, in turn of those the hub has, and now and then of a NIK that nobody has.</summary>
    public static async Task Fill(OwnHub hub, int count)
    {
        List<long> families;
        await using (var registry = hub.Registry()) families = [.. registry.Households.Select(h => h.Key).Order()];
        var caller = Caller.Nobody with { ClientId = "filler", Purpose = "test", AgreementKey = 999, Budget = int.MaxValue };
        var log = hub.Get<AccessLogWriter>();
        foreach (var some in Enumerable.Range(0, count).Chunk(1000))
        {
            await Task.WhenAll(some.Select(i =>
            {
                var reading = new ReadContext { RequestId = $"fill-{i}", Surface = "GET /fill", Shape = "limit" };
                var subjects = Enumerable.Range(0, 3).ToDictionary(n => families[(i + n) % families.Count], n => n + 1);
                if (i % 10 == 0) subjects[-i - 1] = 1;
                return new Disclosure(log, reading, caller, new()).Record(subjects, 3, FieldGroups.None, default);
            }));
        }
    }
}
