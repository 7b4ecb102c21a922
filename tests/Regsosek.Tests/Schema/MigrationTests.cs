using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Regsosek.Data;
using Regsosek.Data.Providers;

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
}
