using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Regsosek.Api.Http;

namespace Regsosek.Tests.Http;

public sealed class CallersWhoGoAway
{
    [Fact]
    public async Task Have_their_request_given_up_a_little_later()
    {
        var clock = new HandClock();
        using var caller = new CancellationTokenSource();
        var answered = false;
        var app = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        app.UsePatience(clock);
        app.Run(async http =>
        {
            await caller.CancelAsync();
            Assert.Equal((Requests.Patience, false), (clock.Due, http.RequestAborted.IsCancellationRequested));
            clock.Ring();
            Assert.True(http.RequestAborted.IsCancellationRequested);
            answered = true;
        });

        await app.Build()(new DefaultHttpContext { RequestAborted = caller.Token });

        Assert.True(answered);
    }

    /// <summary>A clock with one timer, which rings by hand.</summary>
    private sealed class HandClock : TimeProvider, ITimer
    {
        private Action _ring = () => { };

        public TimeSpan Due { get; private set; }

        public void Ring() => _ring();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ring = () => callback(state);
            Change(dueTime, period);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
