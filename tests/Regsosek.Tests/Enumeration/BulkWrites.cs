using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Enumeration;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Enumeration;

[OnEveryEngine]
public sealed class BulkWrites : IDisposable
{
    private readonly Register _register = new();

    [Fact]
    public async Task Store_what_the_slow_way_stores()
    {
        using (var registry = _register.Open())
        {
            registry.Households.Add(Family(1));
            await registry.SaveChangesAsync();
            await registry.Insert([Family(2)]);
            await registry.Insert([PlaceRanks.Unranked(0, Family(1)), PlaceRanks.Unranked(0, Family(2))]);
        }

        var stored = await Rows();
        Assert.Equal(stored[0], stored[1]);
        using var after = _register.Open();
        var read = await after.Households.SingleAsync(h => h.Key == 2);
        Assert.Equal((Family(2).Id, Family(2).RecordedAt, Family(2).ObservedOn, Family(2).Latitude), (read.Id, read.RecordedAt, read.ObservedOn, read.Latitude));
    }

    [Fact]
    public async Task Say_which_rule_of_the_database_a_row_breaks()
    {
        using var registry = _register.Open();
        await registry.Insert([Family(1)]);

        await Assert.ThrowsAnyAsync<DbException>(() => registry.Insert([Family(1)]));
    }

    public void Dispose() => _register.Dispose();

    /// <summary>Every value as the engine holds it, on SQLite with its storage class, but for what tells the two families apart.</summary>
    private async Task<List<string>> Rows()
    {
        using var registry = _register.Open();
        await registry.Database.OpenConnectionAsync();
        using var command = registry.Database.GetDbConnection().CreateCommand();
        var columns = registry.Model.FindEntityType(typeof(Household))!.GetProperties().Select(p => p.GetColumnName()).Except(["Key", "Id", "SourceId"]);
        var cells = columns.Select(c => TestDatabase.Engine == Engine.Sqlite ? $"quote(\"{c}\") || typeof(\"{c}\")" : $"\"{c}\"");
        command.CommandText = $"SELECT {string.Join(',', cells)} FROM \"Households\" ORDER BY \"Key\"";
        using var rows = await command.ExecuteReaderAsync();
        List<string> read = [];
        while (await rows.ReadAsync()) read.Add(string.Join(',', Enumerable.Range(0, rows.FieldCount).Select(i => Text(rows.GetValue(i)))));
        return read;

        static string? Text(object cell) => cell is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(cell, CultureInfo.InvariantCulture);
    }

    private static Household Family(int number) => new()
    {
        Key = number,
        Id = new Guid(number, 1, 2, [3, 4, 5, 6, 7, 8, 9, 0xAB]),
        Source = "s",
        SourceId = $"{number}",
        ProvinceCode = "91",
        RegencyCode = "91.71",
        DistrictCode = "91.71.03",
        VillageCode = "91.71.03.1012",
        BuildingGroup = new Guid(0x7F, 1, 2, [3, 4, 5, 6, 7, 8, 9, 0xEF]),
        ContentHash = [1, 2, 3],
        FamilyCardHash = [9],
        HeadName = "Ma'ruf é",
        Latitude = -2.5333,
        Longitude = 140.7,
        MemberCount = 3,
        ObservedOn = new(2022, 10, 20),
        ValidFrom = new(2022, 10, 20),
        RecordedAt = new(2022, 11, 20, 8, 0, 1, 250, DateTimeKind.Utc),
        Floor = FloorMaterial.Bamboo,
        FloorArea = 40,
        Address = "",
        HasCar = YesNo.No,
        EnumeratedOn = new(2022, 10, 20),
    };
}
