using System.Data;
using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Regsosek.Data;
using Regsosek.Data.AccessLog;
using Regsosek.Data.Classification;
using Regsosek.Data.Enumeration;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;
using Regsosek.Data.Regions;

namespace Regsosek.Tests.Engines;

/// <summary>What SqlBulkCopy is given for SQL Server, beside what EF Core would send for the same row: no server is needed to compare them.</summary>
public sealed class SqlServerBulkRows
{
    private static readonly Registry Registry = new Registries(Engine.SqlServer, "Server=127.0.0.1", TimeProvider.System).For(Caller.System("test"));

    /// <summary>The type that SqlClient itself reads a column as; of days and moments the one that it takes in bulk.</summary>
    private static readonly Dictionary<SqlDbType, Type> ReadAs = new()
    {
        [SqlDbType.SmallInt] = typeof(short),
        [SqlDbType.Int] = typeof(int),
        [SqlDbType.BigInt] = typeof(long),
        [SqlDbType.Bit] = typeof(bool),
        [SqlDbType.Float] = typeof(double),
        [SqlDbType.NVarChar] = typeof(string),
        [SqlDbType.VarBinary] = typeof(byte[]),
        [SqlDbType.UniqueIdentifier] = typeof(Guid),
        [SqlDbType.Date] = typeof(DateTime),
        [SqlDbType.DateTime2] = typeof(DateTime),
    };

    /// <summary>Everything that is written in bulk.</summary>
    public static TheoryData<Type> Entities =>
    [
        typeof(Household), typeof(Person), typeof(HouseholdVersion), typeof(PersonVersion), typeof(Membership), typeof(FamilyCard), typeof(Payload), typeof(Finding),
        typeof(ClassificationRun), typeof(FamilyScore), typeof(FamilyRank), typeof(Region), typeof(RegionCode), typeof(AccessSegment), typeof(AccessPosting),
    ];

    [Theory, MemberData(nameof(Entities))]
    public void Hold_every_column_as_it_is_stored(Type entity) =>
        typeof(SqlServerBulkRows).GetMethod(nameof(Compare), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(entity).Invoke(null, null);

    private static void Compare<T>()
        where T : class
    {
        var type = Registry.Model.FindEntityType(typeof(T))!;
        var stored = Registry.GetService<IDesignTimeModel>().Model.FindEntityType(typeof(T))!.GetTableMappings().Single().Table;
        var (full, bare) = (Row<T>(type, full: true), Row<T>(type, full: false));
        using var data = SqlServerBulk.Rows(BulkTable.Of(type), [full, bare]);

        // Keys that the server gives are not sent; everything else that the table has is.
        var given = type.GetProperties().Where(p => p.ValueGenerated != ValueGenerated.Never).Select(p => p.GetColumnName());
        Assert.Equal(stored.Columns.Select(c => c.Name).Except(given).Order(), data.Columns.Cast<DataColumn>().Select(c => c.ColumnName).Order());
        foreach (var property in type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never))
        {
            var column = data.Columns[property.GetColumnName()]!;
            for (var at = 0; at < 2; at++)
            {
                var value = property.PropertyInfo!.GetValue(at == 0 ? full : bare);
                var sent = (SqlParameter)property.GetRelationalTypeMapping().CreateParameter(new SqlCommand(), "p", value);
                Assert.Equal((property.Name, ReadAs[sent.SqlDbType]), (property.Name, column.DataType));
                var due = sent.Value is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : sent.Value ?? DBNull.Value;
                Assert.Equal(due, data.Rows[at][column]);
                if (at == 0) Assert.NotEqual(DBNull.Value, due);
            }
        }
    }

    private static T Row<T>(IEntityType type, bool full)
    {
        var row = Activator.CreateInstance<T>();
        foreach (var property in type.GetProperties())
        {
            var plain = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            property.PropertyInfo!.SetValue(row, full || !property.IsNullable ? Sample(plain, property.GetMaxLength() ?? 5) : null);
        }

        return row;
    }

    private static object Sample(Type type, int length) => type switch
    {
        { IsEnum: true } => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
        _ when type == typeof(string) => new string('é', Math.Min(length, 5)),
        _ when type == typeof(byte[]) => new byte[] { 0, 1, 255 },
        _ when type == typeof(Guid) => new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]),
        _ when type == typeof(DateOnly) => new DateOnly(2022, 10, 20),
        _ when type == typeof(DateTime) => new DateTime(2022, 11, 20, 8, 0, 1, 250, DateTimeKind.Utc).AddTicks(7),
        _ when type == typeof(bool) => true,
        _ => Convert.ChangeType(77, type, null),
    };
}
