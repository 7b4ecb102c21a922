using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.AsOf;
using Regsosek.Data.Households;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Enumeration;

namespace Regsosek.Tests.AsOf;

/// <summary>What has not changed since a moment may be read as it stands now; what has is known, whoever may see it.</summary>
[OnEveryEngine]
public sealed class StretchesAsNow : IDisposable
{
    private readonly Register _register = new();

    [Fact]
    public async Task A_family_that_changed_is_known_before_it_is_read_and_one_that_came_afterwards()
    {
        await _register.Import(new Draft(1), new Draft(2));
        var then = Now();
        Assert.Equal((true, true, true), await Said(then));

        await Later(new Draft(3));
        Assert.Equal((true, false, false), await Said(then));
        Assert.Equal((true, true, true), await Said(then, until: 2));

        await Later(new Draft(2).With("floor", 2));
        Assert.Equal((false, false, false), await Said(then));
        Assert.Equal((true, true, true), await Said(then, until: 1));
        Assert.Equal((true, true, true), await Said(Now()));
    }

    [Fact]
    public async Task A_person_who_changed_counts_where_persons_do()
    {
        await _register.Import(new Draft(1));
        var then = Now();
        _register.Clock.Pass(TimeSpan.FromMinutes(1));
        using (var registry = _register.Open())
        {
            var now = await registry.Persons.OrderBy(p => p.Key).FirstAsync();
            var was = new PersonVersion { Source = "" };
            foreach (var property in typeof(PersonRecord).GetProperties().Where(p => p.CanWrite)) property.SetValue(was, property.GetValue(now));
            (was.ValidTo, was.SupersededAt) = (registry.Today, _register.Clock.Now);
            (now.Name, now.ObservedOn, now.ValidFrom, now.RecordedAt) = ("Other", registry.Today, registry.Today, _register.Clock.Now);
            registry.PersonVersions.Add(was);
            await registry.SaveChangesAsync();
        }

        Assert.Equal((true, true, false), await Said(then));
        Assert.Equal((true, true, true), await Said(Now()));
    }

    [Fact]
    public async Task Another_day_is_not_now()
    {
        await _register.Import(new Draft(1));
        Assert.Equal((false, false, false), await Said(Now() with { Day = Now().Day.AddDays(-1) }));
        using var plain = _register.Open();
        Assert.False(await plain.IsAsNow(long.MinValue, long.MaxValue, withPersons: false, isRead: false, default));
    }

    public void Dispose() => _register.Dispose();

    private async Task Later(Draft draft)
    {
        _register.Clock.Pass(TimeSpan.FromMinutes(1));
        await _register.Import(draft);
    }

    private Moment Now()
    {
        using var registry = _register.Open();
        return new(registry.Today, _register.Clock.Now, "test");
    }

    /// <summary>Before families are read, after that, and with their persons; by somebody who sees none of them.</summary>
    private async Task<(bool Before, bool Read, bool WithPersons)> Said(Moment moment, long until = long.MaxValue)
    {
        using var registry = _register.Registries.For(Caller.Nobody with { ClientId = "test", Regions = RegionScope.Of(["35"]) }, moment);
        return (
            await registry.IsAsNow(long.MinValue, until, withPersons: false, isRead: false, default),
            await registry.IsAsNow(long.MinValue, until, withPersons: false, isRead: true, default),
            await registry.IsAsNow(long.MinValue, until, withPersons: true, isRead: true, default));
    }
}
