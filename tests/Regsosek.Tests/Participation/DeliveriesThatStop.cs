using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Participation.Intake;
using Regsosek.Data.Participation;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Enumeration;

namespace Regsosek.Tests.Participation;

[OnEveryEngine]
public sealed class DeliveriesThatStop : IDisposable
{
    private const int Rows = 6000;
    private readonly Register _register = new(), _clean = new();

    /// <summary>Recipients that come again, in other batches too, and some rows that are none.</summary>
    private static readonly string Table = Written();

    [Fact]
    public async Task Go_on_behind_the_last_whole_batch_and_end_like_one_that_did_not_stop()
    {
        var told = await Deliver(_clean, stops: false);
        Assert.Equal(told, await Deliver(_register, stops: true));
        Assert.Contains("Rejected repeated", told, StringComparison.Ordinal);
        Assert.Contains("Replaced", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_breaks_off_keeps_its_rows_and_is_the_word_on_no_period()
    {
        var ministry = new Ministry(_register);
        var body = new StringBuilder("nik,amount\n");
        for (var i = 1; i <= TakeIn.BatchRows + 1; i++) body.Append($"917199010101{i:0000},1\n");
        var delivery = await ministry.Deliver(body.Append(new string('9', 100_000)).ToString());
        Assert.Equal((DeliveryState.Failed, (long)TakeIn.BatchRows), ((await ministry.Of(delivery)).State, (await ministry.Of(delivery)).Line));
        await using var registry = _register.Open();
        Assert.Empty(await registry.DeliveredPeriods.ToListAsync());
        Assert.Equal(TakeIn.BatchRows, await registry.DeliveredRows.CountAsync(r => r.State == RowState.Standing));
    }

    [Fact]
    public async Task A_second_that_takes_the_same_in_meets_a_line_that_moved()
    {
        var ministry = new Ministry(_register);
        var delivery = await ministry.Send(Table);
        var hasBegun = false;
        await Assert.ThrowsAsync<InvalidOperationException>(() => ministry.TakeIn(delivery, _ =>
        {
            if (hasBegun) return;
            hasBegun = true;
            ministry.TakeIn(delivery).Wait();
        }));
        Assert.Equal(DeliveryState.Finished, (await ministry.Of(delivery)).State);
    }

    public void Dispose()
    {
        _register.Dispose();
        _clean.Dispose();
    }

    private static async Task<string> Deliver(Register register, bool stops)
    {
        var ministry = new Ministry(register);
        await register.Import(Enumerable.Range(1, 20).Select(n => new Draft(n)));
        await ministry.Deliver($"nik\n{Draft.Nik(1, "120580", 1)}\n{Draft.Nik(2, "120580", 1)}\n");
        var delivery = await ministry.Send(Table);
        for (var stop = new CancellationTokenSource(); stops && (await ministry.Of(delivery)).Line < 2 * TakeIn.BatchRows; stop = new())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ministry.TakeIn(delivery, _ => stop.Cancel(), stop.Token));
            Assert.Equal(DeliveryState.Waiting, (await ministry.Of(delivery)).State);
        }

        await ministry.TakeIn(delivery);
        var done = await ministry.Of(delivery);
        Assert.Equal((DeliveryState.Finished, Rows), (done.State, done.Line));
        await using var registry = register.Open();
        Assert.False(await registry.DeliveryParts.AnyAsync());
        var rows = await registry.DeliveredRows.AsNoTracking().OrderBy(r => r.DeliveryKey).ThenBy(r => r.Line).ToListAsync();
        var totals = await registry.ReceiptTotals.AsNoTracking().OrderBy(t => t.Region).ToListAsync();
        return new StringBuilder().Append(done.Added).Append(' ').Append(done.Replaced).Append(' ').Append(done.Rejected).AppendLine()
            .AppendJoin('\n', rows.Select(r => $"{r.Line} {r.State} {r.Reason} {r.Level} {r.Amount} {r.HouseholdKey} {r.PersonKey}"))
            .AppendJoin('\n', totals.Select(t => $"{t.Region} {t.Families} {t.Recipients} {t.Amount}")).ToString();
    }

    private static string Written()
    {
        var table = new StringBuilder("nik,amount\n");
        for (var n = 0; n < Rows; n++)
            table.Append(n % 100 == 7 ? "12" : n % 50 == 0 ? Draft.Nik(1 + (n / 50 % 20), "120580", 1) : $"91719901019{n:00000}").Append(',').Append(n).Append('\n');
        return table.ToString();
    }
}
