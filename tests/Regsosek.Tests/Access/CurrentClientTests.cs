using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Regsosek.Api.Access;
using Regsosek.Data;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Access;

/// <summary>Requests of one client share reads of its agreement, but none is answered by a read that began before it came.</summary>
[OnEveryEngine]
public sealed class CurrentClientTests(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task A_request_never_sees_a_read_that_began_before_it()
    {
        await hub.Given("current", a => a.Budget = 1);
        var gate = new Gate();
        var clients = new CurrentClients(new Registries(hub.Get<Registries>().Engine, hub.Get<Registries>().Connection, TimeProvider.System,
            o => o.AddInterceptors(gate)));
        Assert.Equal(1, (await clients.Find("current"))!.Agreement.Budget);

        // The first has read and is held up before it can answer; then the agreement changes, and others ask.
        gate.Close();
        var first = clients.Find("current");
        await gate.Reached;
        await hub.Change("current", a => a.Budget = 2);
        var later = Enumerable.Range(0, 20).Select(_ => clients.Find("current")).ToList();
        Assert.All(later, l => Assert.False(l.IsCompleted));
        gate.Open();
        Assert.Equal(1, (await first)!.Agreement.Budget);
        Assert.All(await Task.WhenAll(later), c => Assert.Equal(2, c!.Agreement.Budget));
        Assert.Equal(3, gate.Reads);
        Assert.Null(await clients.Find("nobody"));
    }

    [Fact]
    public async Task A_read_that_fails_fails_for_those_who_share_it_and_for_no_other()
    {
        await hub.Given("failing", _ => { });
        var gate = new Gate();
        var clients = new CurrentClients(new Registries(hub.Get<Registries>().Engine, hub.Get<Registries>().Connection, TimeProvider.System,
            o => o.AddInterceptors(gate)));
        gate.Close();
        var first = clients.Find("failing");
        await gate.Reached;
        var sharing = clients.Find("failing");
        gate.FailNext = true;
        gate.Open();
        Assert.NotNull(await first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => sharing);
        Assert.NotNull(await clients.Find("failing"));
    }

    /// <summary>Holds a read up after the database has answered it.</summary>
    private sealed class Gate : DbCommandInterceptor
    {
        private TaskCompletionSource _open = new(), _reached = new();

        public Gate() => Open();

        public int Reads { get; private set; }
        public bool FailNext { get; set; }
        public Task Reached => _reached.Task;

        public void Close() => (_open, _reached) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new());

        public void Open() => _open.SetResult();

        public override async ValueTask<InterceptionResult> DataReaderClosingAsync(
            DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
        {
            Reads++;
            _reached.TrySetResult();
            await _open.Task;
            return result;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            FailNext && _open.Task.IsCompleted && !(FailNext = false) ? throw new InvalidOperationException("gone") : new(result);
    }
}
