using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Households;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Enumeration;

[OnEveryEngine]
public sealed class ImportsOfTheSameFamily : IDisposable
{
    private static readonly DateOnly First = new(2022, 10, 20), Second = new(2022, 11, 5);
    private readonly Register _register = new();

    [Fact]
    public async Task Change_nothing_when_the_row_says_the_same_however_it_is_written()
    {
        await _register.Import(new Draft(1), new Draft(2));
        var spaced = new Draft(1).Json();
        var first = spaced.First();
        spaced.Remove(first.Key);
        spaced[first.Key] = first.Value;
        _register.Clock.Pass(TimeSpan.FromDays(1));

        var again = await _register.ImportLines([spaced.ToJsonString().Replace("\":", "\" : "), new Draft(2).Line()]);

        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
        using var registry = _register.Open();
        Assert.Equal((2, 6, 0, 6, 2), (await registry.Households.CountAsync(), await registry.Persons.CountAsync(), await registry.HouseholdVersions.CountAsync(),
            await registry.Memberships.CountAsync(), await registry.Payloads.CountAsync()));
    }

    [Fact]
    public async Task Keep_the_former_state_with_the_time_it_was_valid_and_believed()
    {
        await _register.Import(new Draft().With("floor", 6));
        var before = _register.Clock.Now;
        Rank();
        _register.Clock.Pass(TimeSpan.FromDays(1));

        var again = await _register.Import(new Draft().Seen("2022-11-05").With("floor", 2).With("jobStatus", 4, 0));

        Assert.Equal((0, 1, 0, 0), (again.Added, again.Changed, again.Unchanged, again.Rejected));
        using var registry = _register.Open();
        var current = await registry.Households.Include(h => h.Members).Include(h => h.Rank).SingleAsync();
        var former = await registry.HouseholdVersions.SingleAsync();
        Assert.Equal((FloorMaterial.Ceramic, Second, Second, _register.Clock.Now), (current.Floor, current.ObservedOn, current.ValidFrom, current.RecordedAt));
        Assert.Equal((FloorMaterial.CementBrick, First, Second, before, _register.Clock.Now), (former.Floor, former.ValidFrom, former.ValidTo, former.RecordedAt, former.SupersededAt));
        Assert.Equal((current.Key, current.Id), (former.Key, former.Id));
        Assert.Equal((short)3, current.Rank.Decile); // the ranking stays until the next run
        Assert.Equal(EmploymentStatus.PrivateEmployee, current.Members.Single(p => p.OrderNumber == 1).JobStatus);
        var heads = await registry.PersonVersions.Where(p => p.OrderNumber == 1).ToListAsync();
        Assert.Equal((EmploymentStatus.OwnAccount, First, Second), (heads.Single().JobStatus, heads[0].ValidFrom, heads[0].ValidTo));
        Assert.Equal(3, await registry.Memberships.CountAsync()); // nobody came or went
        Assert.Equal(2, await registry.Payloads.CountAsync());
    }

    [Fact]
    public async Task Know_a_person_again_by_NIK_else_by_name_and_birth_else_by_name_and_place()
    {
        await _register.Import(new Draft().With("nik", null, 1).With("nik", null, 2).With("birthDate", null, 2));
        var before = await Ids();

        await _register.Import(new Draft().Seen("2022-11-05")
            .With("name", "Johannes Rumbiak", 0).With("orderNumber", 2, 0)
            .With("orderNumber", 1, 1)
            .With("birthDate", "2020-01-04", 2).With("nik", null, 2));

        var after = await Ids();
        Assert.Equal(before["Yance Rumbiak"], after["Johannes Rumbiak"]);
        Assert.Equal(before["Ester Rumbiak"], after["Ester Rumbiak"]);
        Assert.Equal(before["Yosua Rumbiak"], after["Yosua Rumbiak"]);

        async Task<Dictionary<string, Guid>> Ids()
        {
            using var registry = _register.Open();
            return await registry.Persons.ToDictionaryAsync(p => p.Name!, p => p.Id);
        }
    }

    [Fact]
    public async Task Move_a_vanished_person_into_history_and_close_his_membership()
    {
        await _register.Import(new Draft());
        _register.Clock.Pass(TimeSpan.FromDays(1));

        await _register.Import(new Draft().Seen("2022-11-05").Without(2));

        using var registry = _register.Open();
        Assert.Equal(2, await registry.Persons.CountAsync());
        var gone = await registry.PersonVersions.SingleAsync(p => p.OrderNumber == 3);
        Assert.Equal((First, Second, _register.Clock.Now), (gone.ValidFrom, gone.ValidTo, gone.SupersededAt));
        var memberships = await registry.Memberships.Where(m => m.PersonKey == gone.Key).OrderBy(m => m.Key).ToListAsync();
        Assert.Equal([(First, null, _register.Clock.Now), (First, Second, null)], memberships.Select(m => (m.ValidFrom, m.ValidTo, m.SupersededAt)));
    }

    [Fact]
    public async Task Close_the_membership_of_who_is_listed_as_gone_and_keep_his_row()
    {
        await _register.Import(new Draft());

        await _register.Import(new Draft().Seen("2022-11-05").With("presence", 2, 1));

        using var registry = _register.Open();
        Assert.Equal((3, 2), (await registry.Persons.CountAsync(), (await registry.Households.SingleAsync()).MemberCount));
        Assert.Equal(2, await registry.Memberships.CountAsync(m => m.ValidTo == null && m.SupersededAt == null));
    }

    [Fact]
    public async Task Date_the_family_card_like_any_other_fact()
    {
        await _register.Import(new Draft().With("familyCard", "9171990101150001"));
        await _register.Import(new Draft().Seen("2022-11-01").With("familyCard", null));
        await _register.Import(new Draft().Seen("2022-11-05").With("familyCard", "9171990101150002"));

        using var registry = _register.Open();
        var cards = await registry.FamilyCards.Where(c => c.SupersededAt == null).OrderBy(c => c.ValidFrom).ToListAsync();
        Assert.Equal([("9171990101150001", First, Second), ("9171990101150002", Second, null)],
            cards.Select(c => (_register.Seal.OpenText(c.NumberSealed), c.ValidFrom, c.ValidTo)));
        Assert.Equal(3, await registry.FamilyCards.CountAsync());
    }

    [Fact]
    public async Task Put_an_older_observation_into_history_only()
    {
        await _register.Import(new Draft().Seen("2022-11-05").With("floor", 2));

        var older = await _register.Import(new Draft().With("floor", 8));
        var again = await _register.ImportLines([new Draft().With("floor", 8).Line(), ""]);

        Assert.Equal((1, 0, 1), (older.Changed, again.Changed, again.Unchanged));
        using var registry = _register.Open();
        Assert.Equal(FloorMaterial.Ceramic, (await registry.Households.SingleAsync()).Floor);
        var former = await registry.HouseholdVersions.SingleAsync();
        Assert.Equal((FloorMaterial.Earth, First, Second), (former.Floor, former.ValidFrom, former.ValidTo));
        Assert.Equal(await registry.Persons.OrderBy(p => p.Key).Select(p => p.Id).ToListAsync(), await registry.PersonVersions.OrderBy(p => p.Key).Select(p => p.Id).ToListAsync());
        Assert.Equal(3, await registry.Memberships.CountAsync());
    }

    [Fact]
    public async Task Do_not_turn_back_when_an_earlier_file_comes_once_more()
    {
        await _register.Import(new Draft().With("floor", 6));
        await _register.Import(new Draft().With("floor", 2)); // the same day, corrected

        var again = await _register.ImportLines([new Draft().With("floor", 6).Line(), ""]);

        Assert.Equal(1, again.Unchanged);
        using var registry = _register.Open();
        Assert.Equal(FloorMaterial.Ceramic, (await registry.Households.SingleAsync()).Floor);
    }

    [Fact]
    public async Task Follow_each_other_within_one_file()
    {
        var result = await _register.Import(new Draft().With("floor", 6), new Draft(2), new Draft().Seen("2022-11-05").With("floor", 2), new Draft(2));

        Assert.Equal((2, 1, 1), (result.Added, result.Changed, result.Unchanged));
        using var registry = _register.Open();
        Assert.Equal(1, await registry.HouseholdVersions.CountAsync());
    }

    [Fact]
    public async Task Of_two_sources_are_two_families()
    {
        await _register.Import(new Draft());
        var other = await _register.ImportLines([new Draft().Line(Profiles.Sulut)], Profiles.Sulut);

        Assert.Equal(1, other.Added);
    }

    public void Dispose() => _register.Dispose();

    private void Rank()
    {
        using var registry = _register.Open();
        registry.Ranks.Single().Decile = 3;
        registry.SaveChanges();
    }
}
