using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Participation;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Enumeration;

namespace Regsosek.Tests.Participation;

/// <summary>Each row is judged by itself: who it means, whether it is one, and what it replaces.</summary>
[OnEveryEngine]
public sealed class RowsOfADelivery : IDisposable
{
    private const string Village = "91.71.03.1012";
    private static readonly string Head = Draft.Nik(1, "120580", 1), Spouse = Draft.Nik(1, "420683", 2), Child = Draft.Nik(1, "030120", 3), Card = "9171990101150001";
    private readonly Register _register = new();
    private readonly Ministry _ministry;

    public RowsOfADelivery() => _ministry = new(_register);

    [Fact]
    public async Task Are_matched_by_levels()
    {
        await _register.Import(new Draft(), new Draft(2).With("birthDate", "1999-01-01", 0).With("birthDate", null, 1));
        var (head, spouse) = (Draft.Nik(2, "120580", 1), Draft.Nik(2, "420683", 2));
        var delivery = await _ministry.Deliver($"""
            nik,familyCard,name,birthDate,region,amount
            {Head},,,,,1
            {Spouse},,Somebody Else,1983-06-02,,1
            {head},,"H. YANCE RUMBIAKK, S.Pd.",,,1
            {spouse},,Orang Lain,,,1
            ,{Card},,,,1
            ,{Card},ester rumbiak,,,1
            ,,Yance Rumbiak,1980-05-12,{Village},1
            ,,Yance Rumbiak,1980-05-12,91.71.03.1014,1
            9171990101900009,,,,,1
            9171990101900008,{Card},Yosua Rumbiak,,,1
            9171990101900007,{Card},,,,1
            ,9171990101159999,,,,1
            """, period: "2022-10");
        Assert.Equal(
            ["Standing M1", "Standing M1", "Standing M2", "Standing M3", "Standing M5", "Rejected repeated", "Standing M4", "Standing nobody", "Standing nobody", "Standing M5",
                "Standing nobody", "Standing nobody"], await _ministry.Rows(delivery));
        var done = await _ministry.Of(delivery);
        Assert.Equal((DeliveryState.Finished, 12, 11, 0, 1), (done.State, done.Line, done.Added, done.Replaced, done.Rejected));

        await using var registry = _register.Open();
        var child = await registry.Persons.SingleAsync(p => p.NikHash == _register.Seal.Hash(Child));
        var byCard = await registry.DeliveredRows.SingleAsync(r => r.DeliveryKey == delivery && r.Line == 10);
        Assert.Equal((child.Key, child.HouseholdKey), (byCard.PersonKey, byCard.HouseholdKey));
        Assert.Equal("9171990101900008", _register.Seal.OpenText(byCard.NumberSealed));
        Assert.Null((await registry.DeliveredRows.SingleAsync(r => r.DeliveryKey == delivery && r.Line == 5)).PersonKey);
    }

    [Fact]
    public async Task A_card_that_several_families_have_means_the_one_with_the_name_and_alone_none()
    {
        await _register.Import(new Draft(), new Draft(2).With("familyCard", Card).With("name", "Maria Wanggai", 1));
        var delivery = await _ministry.Deliver($"familyCard,name\n{Card},\n{Card},Maria Wanggai\n", period: "2022-09");
        Assert.Equal(["Standing nobody", "Rejected repeated"], await _ministry.Rows(delivery));
        Assert.Equal(["Standing M5"], await _ministry.Rows(await _ministry.Deliver($"familyCard,name\n{Card},Maria Wanggai\n", period: "2022-10")));
    }

    [Theory]
    [InlineData("1234,,2022-10,1,,,", "nik-form")]
    [InlineData("9171993213900001,,2022-10,1,,,", "nik-date")]
    [InlineData(",12,2022-10,1,,,", "card-form")]
    [InlineData(",,2022-10,1,Yance,,", "recipient-missing")]
    [InlineData(",,2022-10,1,H.,1980-05-12,91.71.03.1012", "recipient-missing")]
    [InlineData("9171990101900001,,2022-13,1,,,", "period-form")]
    [InlineData("9171990101900001,,2022-Q5,1,,,", "period-form")]
    [InlineData("9171990101900001,,2022-12,1,,,", "period-to-come")]
    [InlineData("9171990101900001,,,1,,,", "period-missing")]
    [InlineData("9171990101900001,,2022-Q4,1.5,,,", "amount-form")]
    [InlineData("9171990101900001,,2022-10,-1,,,", "amount-form")]
    [InlineData("9171990101900001,,2022-10,1,,12/05/1980,", "birth-date-form")]
    [InlineData("9171990101900001,,2022-10,1,,,91.71", "region-form")]
    [InlineData("9171990101900001,,2022-10,1,,,,more", "not-readable")]
    public async Task That_are_wrong_are_kept_with_their_reason_and_the_others_taken_in(string row, string reason)
    {
        var delivery = await _ministry.Deliver($"nik,familyCard,period,amount,name,birthDate,region\n{row}\n9171990101900002,,2022-10,,,,\n", period: null);
        Assert.Equal([$"Rejected {reason}", "Standing nobody"], await _ministry.Rows(delivery));
        await using var registry = _register.Open();
        Assert.Equal(2, await registry.KeptRows.CountAsync());
        var rejected = await registry.DeliveredRows.SingleAsync(r => r.State == RowState.Rejected);
        Assert.Null(rejected.NumberHash);
    }

    [Fact]
    public async Task A_newer_delivery_replaces_and_both_are_kept()
    {
        await _register.Import(new Draft());
        var first = await _ministry.Deliver($"nik,amount\n{Head},100\n{Spouse},100\n");
        _register.Clock.Pass(TimeSpan.FromDays(1));
        var second = await _ministry.Deliver($"nik,amount\n{Head},200\n");
        var other = await _ministry.Deliver($"nik,amount\n{Head},300\n", period: "2022-09");
        Assert.Equal(["Replaced M1", "Standing M1"], await _ministry.Rows(first));
        Assert.Equal(["Standing M1"], await _ministry.Rows(second));
        Assert.Equal(["Standing M1"], await _ministry.Rows(other));
        Assert.Equal((0, 1), ((await _ministry.Of(second)).Added, (await _ministry.Of(second)).Replaced));
        await using var registry = _register.Open();
        var former = await registry.DeliveredRows.SingleAsync(r => r.State == RowState.Replaced);
        Assert.Equal((100, _register.Clock.Now), (former.Amount, former.ReplacedAt));
    }

    [Fact]
    public async Task A_delivery_that_is_overtaken_does_not_undo_the_later_one()
    {
        var (earlier, later) = (await _ministry.Send($"nik,amount\n{Head},100\n{Spouse},100\n"), await _ministry.Send($"nik,amount\n{Head},200\n"));
        await _ministry.TakeIn(later);
        await _ministry.TakeIn(earlier);
        Assert.Equal(["Standing nobody"], await _ministry.Rows(later));
        Assert.Equal(["Replaced nobody", "Standing nobody"], await _ministry.Rows(earlier));
        Assert.Equal((1, 1), ((await _ministry.Of(earlier)).Late, (await _ministry.Of(earlier)).Added));
    }

    [Theory]
    [InlineData("9171990101900001,100\n9171990101900002,100\n", "no-header")]
    [InlineData("", "no-header")]
    [InlineData("nik,ammount\n9171990101900001,1\n", "unknown-column")]
    [InlineData("nik,nik\n9171990101900001,1\n", "column-twice")]
    public async Task None_is_read_of_a_table_that_does_not_say_what_it_holds(string table, string fault)
    {
        var delivery = await _ministry.Deliver(table);
        var done = await _ministry.Of(delivery);
        Assert.Equal((DeliveryState.Failed, fault, 0), (done.State, done.Fault, done.Line));
        Assert.Empty(await _ministry.Rows(delivery));
        await using var registry = _register.Open();
        Assert.False(await registry.DeliveryParts.AnyAsync());
        Assert.False(await registry.DeliveredPeriods.AnyAsync());
    }

    [Fact]
    public async Task Numbers_are_kept_sealed_and_found_by_their_hash()
    {
        await _register.Import(new Draft());
        await _ministry.Deliver($"nik\n{Head}\n1\n");
        await using var registry = _register.Open();
        var row = await registry.DeliveredRows.AsNoTracking().SingleAsync(r => r.State == RowState.Standing);
        Assert.Equal(_register.Seal.Hash(Head), row.NumberHash);
        Assert.Equal(Head, _register.Seal.OpenText(row.NumberSealed));
    }

    public void Dispose() => _register.Dispose();
}
