using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.AsOf;
using Regsosek.Data.Households;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Enumeration;

namespace Regsosek.Tests.AsOf;

/// <summary>What the importer wrote is read back as of days and instants: a family as it was in force, and as the hub knew it.</summary>
[OnEveryEngine]
public sealed class StatesOfAFamily : IDisposable
{
    private readonly Register _register = new();

    [Fact]
    public async Task A_change_is_in_force_from_its_day_and_known_from_its_import()
    {
        await Import(1, new Draft().With("floor", 6));
        await Import(3, new Draft().Seen("2022-11-05").With("floor", 2));

        // Days down, instants across: before the first import, between the two, after both.
        await Floors("2022-10-19", null, null, null);
        await Floors("2022-10-20", null, 6, 6);
        await Floors("2022-11-04", null, 6, 6);
        await Floors("2022-11-05", null, 6, 2);
        await Floors("2022-11-20", null, 6, 2);
    }

    [Fact]
    public async Task An_older_observation_holds_until_the_next_that_is_known()
    {
        await Import(1, new Draft().Seen("2022-11-05").With("floor", 2));
        await Import(3, new Draft().Seen("2022-10-20").With("floor", 8));
        await Import(5, new Draft().Seen("2022-10-28").With("floor", 6));

        await Floors("2022-10-25", null, null, 8, 8);
        await Floors("2022-10-28", null, null, 8, 6);
        await Floors("2022-11-05", null, 2, 2, 2);
    }

    [Fact]
    public async Task A_correction_of_the_same_day_takes_the_place_of_what_it_corrects()
    {
        await Import(1, new Draft().With("floor", 6));
        await Import(3, new Draft().With("floor", 2));
        await Floors("2022-10-20", null, 6, 2);
    }

    [Fact]
    public async Task Imports_of_one_instant_leave_one_state()
    {
        await _register.Import(new Draft().With("floor", 6));
        await _register.Import(new Draft().With("floor", 2));
        await _register.Import(new Draft().Seen("2022-10-10").With("floor", 8));
        await _register.Import(new Draft().Seen("2022-10-10").With("floor", 7));
        Assert.Equal(["2"], await Families("2022-10-20", _register.Clock.Now));
        Assert.Equal(["7"], await Families("2022-10-15", _register.Clock.Now));
    }

    [Fact]
    public async Task Who_moved_belongs_to_the_family_of_the_day()
    {
        await Import(1, new Draft(1));
        await Import(3, With(new Draft(2).Seen("2022-11-05"), childOf: 1));

        Assert.Equal(["f-1: 3, 3"], await Sizes("2022-11-04", At(4)));
        Assert.Equal(["f-1: 2, 2", "f-2: 4, 4"], await Sizes("2022-11-05", At(4)));
        Assert.Equal(["f-1: 3, 3"], await Sizes("2022-11-05", At(2)));
    }

    [Fact]
    public async Task Who_vanished_is_there_until_then()
    {
        await Import(1, new Draft());
        await Import(3, new Draft().Seen("2022-11-05").Without(2));
        await Import(5, With(new Draft(2).Seen("2022-11-08"), childOf: 1));

        Assert.Equal(["f-1: 3, 3"], await Sizes("2022-11-04", At(6)));
        Assert.Equal(["f-1: 2, 2"], await Sizes("2022-11-05", At(6)));
        Assert.Equal(["f-1: 2, 2", "f-2: 4, 4"], await Sizes("2022-11-08", At(6)));
        Assert.Equal(["f-1: 3, 3"], await Sizes("2022-11-08", At(2)));
    }

    /// <summary>Two members leave, and then the family is seen for a day before: what was seen then holds, not the old answers less a member.</summary>
    [Fact]
    public async Task What_was_observed_last_holds_over_what_began_last()
    {
        await Import(1, new Draft(1).With("floor", 6));
        await Import(2, With(new Draft(2).Seen("2022-11-05"), childOf: 1));
        var spouse = new Draft(3).Seen("2022-11-10");
        spouse.Members.Add(new(new Draft(1).Members[1]) { ["orderNumber"] = 4, ["relation"] = 8 });
        spouse.Family["declaredMemberCount"] = 4;
        await Import(3, spouse);
        await Import(4, new Draft(1).Seen("2022-11-01").With("floor", 2).Without(2).Without(1));

        Assert.Equal("2", (await Families("2022-11-07", At(5)))[0]);
        Assert.Equal("6", (await Families("2022-11-07", At(3, half: true)))[0]);
    }

    [Fact]
    public async Task Today_is_as_the_plain_read_has_it()
    {
        await Import(1, new Draft(1), new Draft(2));
        await Import(3, new Draft(1).Seen("2022-11-05").With("floor", 2).Without(2));
        using var plain = _register.Open();
        using var asOf = Open("2022-11-20", _register.Clock.Now);
        var today = await plain.Households.Include(h => h.Members).OrderBy(h => h.Key).AsNoTracking().ToListAsync();
        var then = await asOf.Households.Include(h => h.Members).OrderBy(h => h.Key).AsNoTracking().ToListAsync();
        Assert.Equal(today.Select(Told), then.Select(Told));

        static string Told(Household h) => $"{h.Id} {h.Floor} {h.MemberCount} {h.RecordedAt:O} {string.Join(' ', h.Members.OrderBy(m => m.Key).Select(m => $"{m.Id} {m.Sector}"))}";
    }

    /// <summary>It moved from one district to another: who has but one of them has no state of it.</summary>
    [Theory]
    [InlineData("91.71.01", "")]
    [InlineData("91.71.03", "")]
    [InlineData("91.71.01 91.71.03", "6")]
    [InlineData("91.71", "6")]
    public async Task Of_a_family_that_moved_there_is_no_state_for_who_has_not_its_region_then_and_now(string regions, string floors)
    {
        await Import(1, new Draft().With("floor", 6));
        var moved = new Draft().Seen("2022-11-05").With("floor", 2);
        moved.KodeWilayah = "91.71.01.1001";
        await Import(3, moved);
        Assert.Equal(floors, string.Join(' ', await Families("2022-11-01", At(4), Somebody(regions))));
    }

    /// <summary>The limit holds for the state and for the family as it stands now.</summary>
    [Theory]
    [InlineData(2, 3, "")]
    [InlineData(3, 2, "")]
    [InlineData(3, 3, "6")]
    public async Task Of_a_family_outside_the_limit_there_is_no_state(int then, int now, string floors)
    {
        await Import(1, Sized(new Draft().With("floor", 6), then));
        await Import(3, Sized(new Draft().Seen("2022-11-05").With("floor", 2), now));
        const string Rule = """{"count":{"fact":"age","op":">=","value":0},"op":">=","value":3}""";
        Assert.Equal(floors, string.Join(' ', await Families("2022-11-01", At(4), Somebody("91") with { Limit = Limits.Of(Rule, Facts.Load(Api.Hub.Schema)) })));

        static Draft Sized(Draft draft, int members) => members == 2 ? draft.Without(2) : draft;
    }

    [Fact]
    public async Task The_past_is_not_written()
    {
        await Import(1, new Draft());
        using var registry = Open("2022-11-20", _register.Clock.Now);
        (await registry.Households.SingleAsync()).Floor = FloorMaterial.Earth;
        await Assert.ThrowsAsync<InvalidOperationException>(() => registry.SaveChangesAsync());
    }

    public void Dispose() => _register.Dispose();

    /// <summary>Days of November 2022 on which the hub learns things; it does so at eight.</summary>
    private DateTime At(int day, bool half = false) => _start.AddDays(day).AddHours(half ? 12 : 0);

    private readonly DateTime _start = new(2022, 11, 20, 8, 0, 0, DateTimeKind.Utc);

    private async Task Import(int day, params Draft[] drafts)
    {
        _register.Clock.Pass(At(day) - _register.Clock.Now);
        await _register.Import(drafts);
    }

    /// <summary>The floor of the one family on a day, as known just before each of the imports and after the last.</summary>
    private async Task Floors(string on, params int?[] floors)
    {
        for (var i = 0; i < floors.Length; i++)
        {
            var known = i == 0 ? At(0) : At((2 * i) - 1);
            Assert.Equal(floors[i] is { } floor ? [$"{floor}"] : [], await Families(on, known));
            if (i > 0) Assert.Equal(floors[i - 1] is { } former ? [$"{former}"] : [], await Families(on, known.AddMilliseconds(-1)));
        }
    }

    private async Task<List<string>> Families(string on, DateTime knownAt, Caller? caller = null)
    {
        using var registry = Open(on, knownAt, caller);
        return await registry.Households.OrderBy(h => h.Key).Select(h => $"{(int?)h.Floor}").ToListAsync();
    }

    /// <summary>Present members as counted by the family's own state, and as listed.</summary>
    private async Task<List<string>> Sizes(string on, DateTime knownAt)
    {
        using var registry = Open(on, knownAt);
        var found = await registry.Households.OrderBy(h => h.Key).Select(h => new { h.SourceId, h.MemberCount, Listed = h.Members.Count(m => m.Name != null) }).ToListAsync();
        return found.ConvertAll(h => $"{h.SourceId}: {h.MemberCount}, {h.Listed}");
    }

    private static Caller Somebody(string regions) => Caller.Nobody with { ClientId = "test", Regions = RegionScope.Of(regions.Split(' ')) };

    private Registry Open(string on, DateTime knownAt, Caller? caller = null) =>
        _register.Registries.For(caller ?? Caller.System("test"), new Moment(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), knownAt, "test"));

    private static Draft With(Draft draft, int childOf)
    {
        draft.Members.Add(new(new Draft(childOf).Members[2]) { ["orderNumber"] = 4, ["relation"] = 8 });
        draft.Family["declaredMemberCount"] = draft.Members.Count;
        return draft;
    }
}
