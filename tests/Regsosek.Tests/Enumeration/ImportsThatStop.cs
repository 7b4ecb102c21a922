using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Enumeration;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Enumeration;

[OnEveryEngine]
public sealed class ImportsThatStop : IDisposable
{
    private readonly Register _register = new(), _clean = new();
    private readonly string[] _lines = [.. Enumerable.Range(1, 2600).Select(n => n % 100 == 0 ? "{\"broken\": " : n % 130 == 0 ? "" : new Draft(n % 900).With("floorArea", 1 + (n % 900)).Line())];

    [Fact]
    public async Task Go_on_behind_the_last_whole_batch_and_end_like_one_that_did_not_stop()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _register.ImportLines(_lines, progress: _ => stop.Cancel(), stop: stop.Token));
        long line;
        using (var registry = _register.Open())
        {
            var run = await registry.Imports.SingleAsync();
            line = run.Line;
            Assert.Null(run.FinishedAt);
            Assert.InRange(line, 1, 2599);
        }

        long first = 0;
        var result = await _register.ImportLines(_lines, progress: p => first = first == 0 ? p.Line : first);
        var clean = await _clean.ImportLines(_lines);

        Assert.True(first > line);
        Assert.Equal(clean with { ImportKey = 0 }, result with { ImportKey = 0 });
        Assert.Equal(await Content(_clean), await Content(_register));
        Assert.Equal(await _clean.Report(clean), await _register.Report(result));
    }

    [Fact]
    public async Task Are_done_once_more_when_they_had_ended()
    {
        await _register.ImportLines(_lines);

        var again = await _register.ImportLines(_lines);

        Assert.Equal((0, 0, 26), (again.Added, again.Changed, again.Rejected));
        using var registry = _register.Open();
        Assert.Equal((1, 26), (await registry.Imports.CountAsync(), await registry.RejectedRows.CountAsync()));
    }

    [Fact]
    public async Task A_second_import_of_a_file_at_work_is_refused()
    {
        var second = Task.CompletedTask;
        var hasBegun = false;

        await Assert.ThrowsAsync<UnusableInputException>(() => _register.ImportLines(_lines, progress: _ =>
        {
            if (hasBegun) return;
            hasBegun = true;
            second = _register.ImportLines(_lines);
            second.Wait();
        }));

        await second;
    }

    [Fact]
    public async Task A_reader_that_fails_ends_the_import_and_keeps_the_batches_before()
    {
        static IEnumerable<SourceLine> Lines()
        {
            for (var n = 1; n <= 3000; n++) yield return new(n, new Draft(n % 900).Line().Utf8(), n);
            throw new IOException("the disk");
        }

        await Assert.ThrowsAsync<IOException>(() => _register.Import(new ImportInput("x", Lines())));

        using var registry = _register.Open();
        Assert.Equal(2500, (await registry.Imports.SingleAsync()).Line);
    }

    public void Dispose()
    {
        _register.Dispose();
        _clean.Dispose();
    }

    private static async Task<string> Content(Register register)
    {
        using var registry = register.Open();
        var families = await registry.Households.Include(h => h.Members).OrderBy(h => h.SourceId).AsNoTracking().ToListAsync();
        return JsonSerializer.Serialize(families.Select(h => new { h.SourceId, h.FloorArea, h.ObservedOn, h.ValidFrom, h.MemberCount, People = h.Members.OrderBy(p => p.OrderNumber).Select(p => new { p.Name, p.BirthDate }) }))
            + await registry.HouseholdVersions.CountAsync() + await registry.Memberships.CountAsync() + await registry.Payloads.CountAsync() + await registry.RejectedRows.CountAsync();
    }
}
