using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Providers;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Enumeration;

/// <summary>Indexes that the first families of a registry wait for, and that nothing else ever misses.</summary>
[OnEngine(Engine.PostgreSql)]
public sealed class FirstLoads : IDisposable
{
    private const string Late = "IX_Households_VillageCode_Key";
    private readonly Register _register = new();

    [Fact]
    public async Task End_with_every_index_and_key_that_was_there_before()
    {
        var before = await There();
        List<bool> during = [];

        await _register.ImportLines(Lines(1, 5200), progress: _ => during.Add(There().Result.Contains(Late)));

        Assert.Equal([false, false, false], during);
        Assert.Contains(Late, before);
        Assert.Equal(before, await There());
    }

    [Fact]
    public async Task That_are_cut_short_are_mended_by_their_next_attempt()
    {
        var before = await There();
        await CutShort();
        Assert.NotEqual(before, await There());

        var result = await _register.ImportLines(Lines(1, 5200));

        Assert.Equal((0, before), (result.Rejected, await There()));
    }

    [Fact]
    public async Task That_are_given_up_are_mended_by_a_migration()
    {
        var before = await There();
        await CutShort();

        using (var registry = _register.Open()) await FirstLoad.End(registry, default);

        Assert.Equal(before, await There());
    }

    [Fact]
    public async Task Are_no_later_ones()
    {
        await _register.ImportLines(Lines(1, 10));
        List<bool> during = [];

        await _register.ImportLines(Lines(11, 2700), progress: _ => during.Add(There().Result.Contains(Late)));

        Assert.Equal([true, true], during);
    }

    public void Dispose() => _register.Dispose();

    private async Task CutShort()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _register.ImportLines(Lines(1, 5200), progress: _ => stop.Cancel(), stop: stop.Token));
    }

    private static IEnumerable<string> Lines(int first, int count) => Enumerable.Range(first, count).Select(n => new Draft(1 + (n % 900)).Line());

    private async Task<string> There()
    {
        await using var registry = _register.Open();
        var names = await registry.Database.SqlQueryRaw<string>(
            "SELECT indexdef AS \"Value\" FROM pg_indexes WHERE schemaname = current_schema() UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = current_schema()::regnamespace")
            .ToListAsync();
        return string.Join('\n', names.Order(StringComparer.Ordinal));
    }
}
