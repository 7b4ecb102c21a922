using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update.Internal;

namespace Regsosek.Data.AsOf;

#pragma warning disable EF1001 // The comparison of two models has no public type to go on from.
/// <summary>Lets migrations make the views that a model describes: EF Core knows views by name only. They go before their tables change, and come after.</summary>
internal sealed class ViewDiffer(
    IRelationalTypeMappingSource types, IMigrationsAnnotationProvider ofMigrations, IRelationalAnnotationProvider ofModels, IRowIdentityMapFactory rows,
    CommandBatchPreparerDependencies batches) : MigrationsModelDiffer(types, ofMigrations, ofModels, rows, batches)
{
    public override bool HasDifferences(IRelationalModel? source, IRelationalModel? target) =>
        base.HasDifferences(source, target) || Views(source).Except(Views(target)).Concat(Views(target).Except(Views(source))).Any();

    public override IReadOnlyList<MigrationOperation> GetDifferences(IRelationalModel? source, IRelationalModel? target)
    {
        var (had, has) = (Views(source), Views(target));
        return
        [
            .. had.Except(has).Select(view => new SqlOperation { Sql = $"DROP VIEW {view.Name};" }),
            .. base.GetDifferences(source, target),
            .. has.Except(had).Select(view => new SqlOperation { Sql = view.Text }),
        ];
    }

    private static List<(string Name, string Text)> Views(IRelationalModel? model) => model is null ? [] :
        [.. model.Model.GetAnnotations().Where(a => a.Name.StartsWith(StateViews.Annotation, StringComparison.Ordinal))
            .Select(a => (a.Name[StateViews.Annotation.Length..], (string)a.Value!)).Order()];
}
#pragma warning restore EF1001
