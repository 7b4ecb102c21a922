using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Regsosek.Data;
using Regsosek.Data.Providers;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Schema;

/// <summary>The migrations of all three engines say what the model says.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData(Engine.Sqlite, "Data Source=:memory:")]
    [InlineData(Engine.PostgreSql, "Host=127.0.0.1")]
    [InlineData(Engine.SqlServer, "Server=127.0.0.1")]
    public async Task No_model_change_lacks_its_migration(Engine engine, string connection)
    {
        await using var registry = new Registries(engine, connection, TimeProvider.System).For(Caller.System("test"));
        Assert.False(registry.Database.HasPendingModelChanges());
        Assert.NotEmpty(registry.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Default));
    }

    [Fact, OnEveryEngine]
    public async Task The_script_of_an_engine_makes_its_database()
    {
        var folder = Directory.CreateTempSubdirectory("regsosek-");
        using (var database = new TestDatabase(folder.FullName, Holding.Nothing))
        {
            var file = TestDatabase.Engine switch { Engine.Sqlite => "sqlite", Engine.PostgreSql => "postgres", _ => "sqlserver" };
            var script = await File.ReadAllTextAsync(Path.Combine(Folders.Root, $"schema/db/{file}.sql"));
            await using var registry = new Registries(TestDatabase.Engine, database.Connection, TimeProvider.System).For(Caller.System("test"));
            await registry.Database.OpenConnectionAsync();
            foreach (var batch in script.Split("\nGO\n"))
            {
                await using var command = registry.Database.GetDbConnection().CreateCommand();
                command.CommandText = batch;
                await command.ExecuteNonQueryAsync();
            }

            Assert.Empty(await registry.Database.GetPendingMigrationsAsync());
            Assert.False(await registry.Households.AnyAsync());
            await registry.Database.CloseConnectionAsync();
            TestDatabase.Close(registry);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_database_of_a_version_that_is_not_followed_is_left_as_it_is()
    {
        using var connection = new SqliteConnection("Data Source=strangers;Mode=Memory;Cache=Shared");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var registry = new Registries(Engine.Sqlite, connection.ConnectionString, TimeProvider.System).For(Caller.System("test"));
        await Run("CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT)");
        await Run("INSERT INTO __EFMigrationsHistory VALUES ('20200101000000_Elsewhere', '10')");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => registry.Migrate(TestContext.Current.CancellationToken));
        Assert.Contains("20200101000000_Elsewhere", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await Run("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'"));

        async Task<object?> Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        }
    }
}
