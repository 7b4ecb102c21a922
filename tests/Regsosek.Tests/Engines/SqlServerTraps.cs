using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Regsosek.Data;
using Regsosek.Data.Providers;

namespace Regsosek.Tests.Engines;

/// <summary>What SQL Server would refuse or read otherwise than the other engines, told by its model and its scripts, without a server.</summary>
public sealed class SqlServerTraps
{
    private const int MostClusteredKeyBytes = 900, MostIndexKeyBytes = 1700, MostRowBytes = 8060;
    private static readonly Registry Registry = new Registries(Engine.SqlServer, "Server=127.0.0.1", TimeProvider.System).For(Caller.System("test"));
    private static readonly IRelationalModel Tables = Registry.GetService<IDesignTimeModel>().Model.GetRelationalModel();
    private static readonly IMigrator Migrator = Registry.GetService<IMigrator>();

    public static TheoryData<string, string, MigrationsSqlGenerationOptions> Scripts
    {
        get
        {
            var scripts = new TheoryData<string, string, MigrationsSqlGenerationOptions>();
            string[] migrations = ["0", .. Registry.Database.GetMigrations()];
            foreach (var kind in new[] { MigrationsSqlGenerationOptions.Default, MigrationsSqlGenerationOptions.Idempotent })
            {
                scripts.Add(migrations[0], migrations[^1], kind);
                for (var i = 1; i < migrations.Length; i++) scripts.Add(migrations[i - 1], migrations[i], kind);
            }

            return scripts;
        }
    }

    [Theory, MemberData(nameof(Scripts), DisableDiscoveryEnumeration = true)]
    public void Every_migration_script_parses(string from, string to, MigrationsSqlGenerationOptions kind)
    {
        var script = (TSqlScript)TransactSql.Parse(Migrator.GenerateScript(from, to, kind));
        Assert.NotEmpty(script.Batches);
    }

    [Fact]
    public void The_script_that_is_given_out_parses() =>
        Assert.NotEmpty(((TSqlScript)TransactSql.Parse(File.ReadAllText(Path.Combine(Folders.Root, "schema/db/sqlserver.sql")))).Batches);

    [Fact]
    public void What_does_not_parse_is_told() => Assert.Throws<FormatException>(() => TransactSql.Parse("SELECT 1 LIMIT 2"));

    // SQL Server refuses the table: error 1785.
    [Fact]
    public void No_row_is_deleted_by_two_cascades()
    {
        Dictionary<string, List<string>> cascades = [];
        foreach (var key in Tables.Tables.SelectMany(t => t.ForeignKeyConstraints).Where(k => k.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull))
        {
            if (!cascades.TryGetValue(key.PrincipalTable.Name, out var to)) cascades[key.PrincipalTable.Name] = to = [];
            to.Add(key.Table.Name);
        }

        Assert.NotEmpty(cascades);
        foreach (var start in cascades.Keys)
        {
            List<string> reached = [start];
            for (var i = 0; i < reached.Count && i < 1000; i++) reached.AddRange(cascades.GetValueOrDefault(reached[i], []));
            Assert.Distinct(reached);
        }
    }

    // Error 1919 for nvarchar(max); a warning, and an error on the first long value, for what is too long.
    [Fact]
    public void Every_key_and_index_has_a_length_that_fits()
    {
        foreach (var table in Tables.Tables)
        {
            Assert.All(table.Indexes, index => Fits(index.Columns, MostIndexKeyBytes, $"{table.Name}: {index.Name}"));
            foreach (var key in table.UniqueConstraints) Fits(key.Columns, key == table.PrimaryKey ? MostClusteredKeyBytes : MostIndexKeyBytes, $"{table.Name}: {key.Name}");
        }

        static void Fits(IReadOnlyList<IColumn> columns, int most, string what)
        {
            Assert.DoesNotContain(columns, c => c.StoreType.EndsWith("(max)", StringComparison.Ordinal));
            var bytes = columns.Sum(MostBytes);
            Assert.True(bytes <= most, $"{what} takes up to {bytes} bytes");
        }
    }

    // A longer row spills into other pages, or is refused when what cannot spill is too long: error 1701.
    [Fact]
    public void Every_row_fits_a_page()
    {
        foreach (var table in Tables.Tables)
        {
            var columns = table.Columns.ToList();
            var bytes = 4 + 2 + ((columns.Count + 7) / 8) + 2 + (2 * columns.Count(IsVariable)) + columns.Sum(MostBytes);
            Assert.True(bytes <= MostRowBytes, $"{table.Name} takes up to {bytes} bytes");
        }
    }

    // Its default collation takes 'Kemensos' for 'kemensos'; one by code points does not, and orders like the others.
    [Fact]
    public void Text_compares_by_its_code_points()
    {
        var texts = Tables.Tables.Where(t => t.EntityTypeMappings.Any()).SelectMany(t => t.Columns).Where(c => c.StoreType.Contains("char", StringComparison.Ordinal)
            && c.PropertyMappings.Any(m => m.Property.GetElementType() is null && m.Property.ClrType == typeof(string))).ToList();
        Assert.True(texts.Count > 50);
        Assert.All(texts, c => Assert.Equal(SqlServerRegistry.Collation, c.Collation));
    }

    // The hash of an access entry covers its instant to the tick.
    [Fact]
    public void An_instant_is_kept_to_the_tick()
    {
        var instants = Tables.Tables.SelectMany(t => t.Columns).Where(c => c.StoreType.StartsWith("datetime", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(instants);
        Assert.All(instants, c => Assert.Equal("datetime2", c.StoreType));
    }

    // Columns without a declared length take the most that fits beside others: 24 bytes point to the rest.
    private static int MostBytes(IColumn column)
    {
        var type = column.StoreType;
        if (type.EndsWith("(max)", StringComparison.Ordinal)) return 24;
        var length = type.IndexOf('(', StringComparison.Ordinal) is var open and > 0 ? int.Parse(type[(open + 1)..^1].Split(',')[0], null) : 0;
        return type.Split('(')[0] switch
        {
            "nvarchar" or "nchar" => 2 * length,
            "varbinary" or "binary" or "varchar" or "char" => length,
            "bigint" or "float" or "datetime2" => 8,
            "int" or "real" => 4,
            "smallint" => 2,
            "tinyint" or "bit" => 1,
            "date" => 3,
            "decimal" => 17,
            "uniqueidentifier" => 16,
            "datetimeoffset" => 10,
            _ => throw new FormatException($"{column.Table.Name}.{column.Name}: how long is {type}?"),
        };
    }

    private static bool IsVariable(IColumn column) => column.StoreType.Contains("var", StringComparison.Ordinal);
}
