using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Protection;

namespace Regsosek.Tests.Access;

/// <summary>No NIK or KK gets out: not through what a partner without identity sees, not from a stolen data folder.</summary>
[Collection(SharedHub.Name)]
public sealed partial class NikSecrecyTests(TestHub hub)
{
    [Theory]
    [InlineData("kemenkes")]
    [InlineData("kemnaker")]
    public async Task Nobody_rebuilds_a_nik_from_what_a_partner_without_identity_sees(string partner)
    {
        var numbers = await Numbers();
        var http = await hub.As(partner);
        var seen = new StringBuilder();
        for (var url = "/api/v1/households?limit=500&include=members"; url is not null;)
        {
            using var answer = await http.GetAsync(url);
            seen.Append(await answer.Content.ReadAsStringAsync());
            url = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        var text = seen.ToString();
        Assert.True(text.Length > 100_000);
        Assert.DoesNotContain(SixteenDigits().Matches(text), m => numbers.Contains(m.Value));

        // The serial and the district of issue are not derivable: no 6 digits of a NIK's end stand beside the birth date of its holder.
        Assert.DoesNotContain(numbers, n => text.Contains(n[^10..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stolen_data_folder_holds_no_nik_or_kk_in_clear()
    {
        var numbers = await Numbers();

        // An open connection keeps the write-ahead log where a thief would find it.
        await using var open = hub.Registry();
        await open.Database.OpenConnectionAsync();
        await open.Households.AnyAsync();
        var files = Directory.EnumerateFiles(hub.DataPath, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, f => f.EndsWith("registry.db", StringComparison.Ordinal));
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            var text = Encoding.Latin1.GetString(copy.GetBuffer(), 0, (int)copy.Length);
            Assert.DoesNotContain(SixteenDigits().Matches(text), m => numbers.Contains(m.Value));
        }

        Assert.Contains(files, f => f.EndsWith("-wal", StringComparison.Ordinal));
        Assert.DoesNotContain(files, f => f.EndsWith(KeyRing.FileName, StringComparison.Ordinal));
    }

    private async Task<HashSet<string>> Numbers()
    {
        await using var registry = hub.Registry();
        var seal = hub.Get<Seal>();
        var niks = await registry.Persons.Where(p => p.NikSealed != null).Select(p => p.NikSealed!).ToListAsync();
        var cards = await registry.Households.Where(h => h.FamilyCardSealed != null).Select(h => h.FamilyCardSealed!).ToListAsync();
        Assert.True(niks.Count > 500 && cards.Count > 100);
        return [.. niks.Concat(cards).Select(box => seal.OpenText(box)!)];
    }

    [GeneratedRegex("[0-9]{16}")]
    private static partial Regex SixteenDigits();
}
