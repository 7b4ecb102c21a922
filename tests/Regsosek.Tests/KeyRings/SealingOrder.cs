using Regsosek.Api.Protection;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.KeyRings;

/// <summary>What a rotation of the seals waits for, and what it does not do by itself.</summary>
[OnEveryEngine]
public sealed class SealingOrder(OwnHub hub) : IClassFixture<OwnHub>
{
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(7);

    [Fact]
    public async Task It_waits_after_a_kill_too_and_former_keys_are_dropped_by_their_own_verb_only()
    {
        var began = KeyRing.Load(hub.KeysPath)!;
        began.BeginResealing();
        began.Save(hub.KeysPath);
        var clock = new Waited();
        using var rotate = new RotateKeys(hub.KeysPath, clock);
        var registries = hub.Get<Registries>();
        Assert.True(await rotate.Seals(registries, 1000, Settle, null, default) > 0);
        Assert.Equal([Settle], clock.For);
        var ring = KeyRing.Load(hub.KeysPath)!;
        Assert.False(ring.Resealing);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => rotate.Seals(registries, 1000, Settle, null, default));
        Assert.Contains("keys forget seals", fault.Message, StringComparison.Ordinal);
        ring = KeyRing.Load(hub.KeysPath)!;
        Assert.NotEmpty(ring.Sealing[0]);
        Assert.Equal((2, false, true), (ring.Sealing.Count, ring.Resealing, ring.FormerLookup is not null));

        await rotate.Forget(registries, default);
        Assert.True(await rotate.Seals(registries, 1000, Settle, null, default) > 0);
        Assert.Equal([Settle, Settle], clock.For);
        Assert.Equal(3, KeyRing.Load(hub.KeysPath)!.Sealing.Count);
    }

    /// <summary>Every wait is over at once, and remembered.</summary>
    private sealed class Waited : TimeProvider
    {
        public List<TimeSpan> For { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            For.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
