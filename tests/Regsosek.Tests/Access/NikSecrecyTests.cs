using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Protection;

namespace Regsosek.Tests.Access;

/// <summary>No NIK or KK gets out of a stolen data folder.</summary>
[Collection(SharedHub.Name)]
public sealed partial class NikSecrecyTests(TestHub hub)
{
    [Fact]
    public async Task A_stolen_data_folder_holds_no_nik_or_kk_in_clear()
    {
        var numbers = await hub.Numbers();
        Assert.True(numbers.Count > 600);

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

    [GeneratedRegex("[0-9]{16}")]
    private static partial Regex SixteenDigits();
}
