using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Data.Providers;

/// <summary>The first families of a registry, on PostgreSQL. To keep an index row by row costs several times what it costs to make it of all rows, so
/// those that a load does not look by are set aside and made when it has ended, and so is the key from persons to their family; until then a page scans.
/// What is missing is what the model has and the database lacks: a load that was cut short is mended by its next attempt, or by a migration.</summary>
public static class FirstLoad
{
    private static readonly (Type Rows, string[] Looked)[] Filled =
    [
        (typeof(Household), [nameof(Household.Source), nameof(Household.FamilyCardHash)]),
        (typeof(Person), [nameof(Person.NikHash), nameof(Person.HouseholdKey)]),
        (typeof(Membership), [nameof(Membership.PersonKey)]),
        (typeof(FamilyCard), [nameof(FamilyCard.HouseholdKey)]),
        (typeof(FamilyRank), []),
    ];

    /// <summary>Unless a family is there already.</summary>
    public static async Task Begin(Registry registry, CancellationToken stop)
    {
        if (registry is not PostgresRegistry) return;
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await KeyBlocks.Take(registry, KeyBlocks.Families, 1, stop);
        if (await registry.Households.AnyAsync(stop)) return;
        var there = await There(registry, stop);
        await Run(registry, Keys(registry).Where(k => there.Contains(k.Name)).Select(k => new DropForeignKeyOperation { Name = k.Name, Table = k.Table.Name }), stop);
        await Run(registry, Indexes(registry).Where(i => there.Contains(i.Name)).Select(i => new DropIndexOperation { Name = i.Name, Table = i.Table.Name }), stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Makes what is missing, if anything.</summary>
    public static async Task End(Registry registry, CancellationToken stop)
    {
        if (registry is not PostgresRegistry || !await IsUnderWay(registry, stop)) return;
        var patience = registry.Database.GetCommandTimeout();
        registry.Database.SetCommandTimeout(TimeSpan.FromHours(12));
        await using (var transaction = await registry.Database.BeginTransactionAsync(stop))
        {
            await KeyBlocks.Take(registry, KeyBlocks.Families, 1, stop);
            var there = await There(registry, stop);
            await Run(registry, Indexes(registry).Where(i => !there.Contains(i.Name)).Select(CreateIndexOperation.CreateFrom), stop);
            await Run(registry, Keys(registry).Where(k => !there.Contains(k.Name)).Select(AddForeignKeyOperation.CreateFrom), stop);
            await transaction.CommitAsync(stop);
        }

        registry.Database.SetCommandTimeout(patience);
    }

    /// <summary>Something is set aside: a first load is at work, or was cut short.</summary>
    public static async Task<bool> IsUnderWay(Registry registry, CancellationToken stop)
    {
        if (registry is not PostgresRegistry) return false;
        var there = await There(registry, stop);
        return Indexes(registry).Any(i => !there.Contains(i.Name)) || Keys(registry).Any(k => !there.Contains(k.Name));
    }

    private static async Task<HashSet<string>> There(Registry registry, CancellationToken stop) =>
    [
        .. await registry.Database.SqlQueryRaw<string>(
            "SELECT indexname AS \"Value\" FROM pg_indexes WHERE schemaname = current_schema() UNION ALL SELECT conname FROM pg_constraint WHERE connamespace = current_schema()::regnamespace")
            .ToListAsync(stop),
    ];

    private static async Task Run(Registry registry, IEnumerable<MigrationOperation> operations, CancellationToken stop)
    {
        var commands = registry.GetService<IMigrationsSqlGenerator>().Generate([.. operations], Model(registry));
        foreach (var command in commands) await registry.Database.ExecuteSqlRawAsync(command.CommandText, stop);
    }

    private static IEnumerable<ITableIndex> Indexes(Registry registry) =>
        from filled in Filled
        from index in Table(registry, filled.Rows).Indexes
        where !filled.Looked.Contains(index.Columns[0].Name)
        select index;

    private static IEnumerable<IForeignKeyConstraint> Keys(Registry registry) =>
        Filled.SelectMany(filled => Table(registry, filled.Rows).ForeignKeyConstraints);

    private static ITable Table(Registry registry, Type rows) => Model(registry).FindEntityType(rows)!.GetTableMappings().Single().Table;

    private static IModel Model(Registry registry) => registry.GetService<IDesignTimeModel>().Model;
}
