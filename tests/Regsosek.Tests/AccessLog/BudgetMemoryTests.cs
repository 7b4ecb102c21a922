using Regsosek.Api.AccessLog;
using Regsosek.Data;

namespace Regsosek.Tests.AccessLog;

/// <summary>The ledger keeps what was given, and nothing of what was refused or could not be written.</summary>
public sealed class BudgetMemoryTests
{
    private static readonly Caller Asking = Caller.Nobody with { ClientId = "many", Purpose = "test", AgreementKey = 7, Budget = 5 };
    private readonly AccessLedger _ledger = new();
    private readonly DateTime _now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Refused_reads_of_ever_other_numbers_hold_nothing()
    {
        Assert.True(Charge(1, 5));
        _ledger.Keep(2);
        var held = _ledger.Held;
        for (var batch = 1; batch <= 20; batch++) Assert.False(Charge(batch * 10_000, 10_000));
        Assert.Equal(held, _ledger.Held);

        // What was given may still be given again, and a part that was given before does not make room for more.
        Assert.True(Charge(1, 5));
        Assert.False(Charge(5, 2));
    }

    [Fact]
    public void Charges_of_commits_that_fail_hold_nothing_and_cost_nothing()
    {
        for (var batch = 1; batch <= 20; batch++)
        {
            Assert.True(Charge(batch * 10, 5));
            Assert.False(Charge(batch * 10 + 5, 1));
            _ledger.GiveBack();
        }

        Assert.Equal(0, _ledger.Held);
        Assert.True(Charge(1, 5));
    }

    [Fact]
    public void What_was_given_expires_after_a_day_and_what_was_given_again_later()
    {
        Assert.True(Charge(1, 3));
        _ledger.Keep(2);
        Assert.True(Charge(1, 1, hours: 12));
        _ledger.Keep(3);
        Assert.False(Charge(11, 5, hours: 23));
        Assert.False(Charge(11, 5, hours: 24));
        Assert.True(Charge(11, 4, hours: 24));
        _ledger.Keep(4);
        Assert.True(Charge(21, 1, hours: 36));
    }

    private bool Charge(long first, int count, int hours = 0) => _ledger.Charge(
        new AccessRead(Asking, "request", "GET /many", "", FieldGroups.None, 0, Enumerable.Range(0, count).ToDictionary(i => first + i, _ => 1)),
        _now.AddHours(hours));
}
