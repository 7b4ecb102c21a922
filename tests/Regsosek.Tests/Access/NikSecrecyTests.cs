using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Protection;
using Regsosek.Data.Providers;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Access;

/// <summary>No NIK or KK gets out of a stolen data folder.</summary>
[Collection(SharedHub.Name)]
public sealed partial class NikSecrecyTests(TestHub hub)
{
    [Fact]
    public async Task A_stolen_data_folder_holds_no_nik_or_kk_in_clear()
    {
        Assert.SkipUnless(TestDatabase.Engine == Engine.Sqlite, "the data folder is SQLite's");
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

    [Fact]
    public async Task No_row_of_a_stolen_database_holds_a_nik_or_kk_in_clear()
    {
        var numbers = await hub.Numbers();
        await using var registry = hub.Registry();
        await registry.Database.OpenConnectionAsync();
        var texts = 0;
        foreach (var table in registry.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = registry.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var column = 0; column < rows.FieldCount; column++)
                {
                    if ((rows.GetValue(column) switch { byte[] bytes => Encoding.Latin1.GetString(bytes), string text => text, _ => null }) is not { } cell) continue;
                    texts++;
                    Assert.DoesNotContain(SixteenDigits().Matches(cell), m => numbers.Contains(m.Value));
                }
            }
        }

        Assert.True(texts > 100_000);
    }

    [GeneratedRegex("[0-9]{16}")]
    private static partial Regex SixteenDigits();
}
