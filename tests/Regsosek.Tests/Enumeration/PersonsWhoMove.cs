using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Households;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Enumeration;

[OnEveryEngine]
public sealed class PersonsWhoMove : IDisposable
{
    private static readonly DateOnly First = new(2022, 10, 20), Second = new(2022, 11, 5);
    private readonly Register _register = new();

    [Fact]
    public async Task Keep_their_id_and_belong_to_the_family_that_saw_them_last()
    {
        await _register.Import(new Draft(1));
        var child = await Child();

        var result = await _register.Import(With(new Draft(2).Seen("2022-11-05"), childOf: 1));

        Assert.Equal((1, 0), (result.Added, result.Rejected));
        Assert.Contains("/blok_4/3/r403,person-moved", await _register.Report(result));
        using var registry = _register.Open();
        var families = await registry.Households.Include(h => h.Members).OrderBy(h => h.Key).ToListAsync();
        Assert.Equal([2, 4], families.Select(h => h.Members.Count));
        Assert.Equal([2, 4], families.Select(h => (int)h.MemberCount));
        var moved = families[1].Members.Single(p => p.Key == child.Key);
        Assert.Equal((child.Id, Second), (moved.Id, moved.ValidFrom));
        var memberships = await registry.Memberships.Where(m => m.PersonKey == child.Key && m.SupersededAt == null).OrderBy(m => m.ValidFrom).ToListAsync();
        Assert.Equal([(families[0].Key, First, Second), (families[1].Key, Second, null)], memberships.Select(m => (m.HouseholdKey, m.ValidFrom, m.ValidTo)));
        Assert.Equal((families[0].Key, First, Second), await registry.PersonVersions.Select(p => new ValueTuple<long, DateOnly, DateOnly>(p.HouseholdKey, p.ValidFrom, p.ValidTo)).SingleAsync());
        Assert.Equal(3, (await registry.HouseholdVersions.SingleAsync()).MemberCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Are_one_person_when_both_families_tell_of_it(bool leftFirst)
    {
        await _register.Import(new Draft(1));
        var child = await Child();
        var left = new Draft(1).Seen("2022-11-05").With("presence", 3, 2);
        var joined = With(new Draft(2).Seen("2022-11-05"), childOf: 1);

        var result = leftFirst ? await _register.Import(left, joined) : await _register.Import(joined, left);

        Assert.Equal((1, 1), (result.Added, result.Changed));
        using var registry = _register.Open();
        var now = await registry.Persons.SingleAsync(p => p.NikHash == child.NikHash);
        Assert.Equal((child.Id, "f-2"), (now.Id, await registry.Households.Where(h => h.Key == now.HouseholdKey).Select(h => h.SourceId).SingleAsync()));
        Assert.Equal(1, await registry.Memberships.CountAsync(m => m.PersonKey == child.Key && m.ValidTo == null && m.SupersededAt == null));
        Assert.Equal([2, 4], await registry.Households.OrderBy(h => h.Key).Select(h => (int)h.MemberCount).ToListAsync());
    }

    [Fact]
    public async Task Come_back_under_their_id_after_they_had_vanished()
    {
        await _register.Import(new Draft(1));
        var child = await Child();
        await _register.Import(new Draft(1).Seen("2022-11-01").Without(2));

        await _register.Import(With(new Draft(2).Seen("2022-11-05"), childOf: 1));

        using var registry = _register.Open();
        Assert.Equal((child.Key, child.Id), await registry.Persons.Where(p => p.NikHash == child.NikHash).Select(p => new ValueTuple<long, Guid>(p.Key, p.Id)).SingleAsync());
    }

    [Fact]
    public async Task Seen_in_two_families_on_one_day_are_a_NIK_twice()
    {
        var result = await _register.Import(new Draft(1), With(new Draft(2), childOf: 1));

        Assert.Contains("2,/blok_4/3/r403,E32", await _register.Report(result));
        using var registry = _register.Open();
        Assert.Equal(7, await registry.Persons.CountAsync());
    }

    [Fact]
    public async Task With_another_name_and_birth_are_a_NIK_twice_whenever_it_was()
    {
        await _register.Import(new Draft(1));

        var other = With(new Draft(2).Seen("2022-11-05"), childOf: 1).With("name", "Naomi Ayomi", 3).With("birthDate", "2019-01-03", 3);
        var result = await _register.Import(other);

        Assert.Contains("/blok_4/3/r403,E32", await _register.Report(result));
        using var registry = _register.Open();
        Assert.Equal([3, 4], await registry.Households.OrderBy(h => h.Key).Select(h => h.Members.Count).ToListAsync());
    }

    [Fact]
    public async Task A_family_may_hold_one_NIK_twice_and_none_is_moved_twice()
    {
        await _register.Import(new Draft(1));

        var result = await _register.Import(With(With(new Draft(2).Seen("2022-11-05"), childOf: 1), childOf: 1).With("orderNumber", 9, 4));

        Assert.Equal((1, 0), (result.Added, result.Rejected));
        using var registry = _register.Open();
        Assert.Equal(7, await registry.Persons.CountAsync());
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 2, false)]
    [InlineData(null, 0, true)]
    public async Task One_card_in_two_families_is_in_order_when_the_second_split_off(int? first, int? second, bool isFound)
    {
        var draft = new Draft(2).With("familyCardCode", second).With("familyCard", new Draft(1).Family["familyCard"]);

        var result = await _register.Import(new Draft(1).With("familyCardCode", first), draft);

        Assert.Equal(isFound, (await _register.Report(result)).Contains("2,/r114,E32", StringComparison.Ordinal));
    }

    public void Dispose() => _register.Dispose();

    private static Draft With(Draft draft, int childOf)
    {
        draft.Members.Add(new(new Draft(childOf).Members[2]) { ["orderNumber"] = 4, ["relation"] = 8 });
        draft.Family["declaredMemberCount"] = draft.Members.Count;
        return draft;
    }

    private async Task<Person> Child()
    {
        using var registry = _register.Open();
        return await registry.Persons.SingleAsync(p => p.OrderNumber == 3);
    }
}
