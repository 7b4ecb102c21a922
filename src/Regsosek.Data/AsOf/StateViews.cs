using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Regsosek.Data.Households;

namespace Regsosek.Data.AsOf;

/// <summary>The views over current and former states. Their text is part of the model, so that a migration makes them and a change of a column makes
/// them anew (<see cref="ViewDiffer"/>).</summary>
internal static class StateViews
{
    /// <summary>Annotation of the model; what follows is the quoted name of a view, the value the statement that makes it.</summary>
    public const string Annotation = "Regsosek:View:";

    private static readonly string[] OfFormer = [nameof(FormerState.VersionKey), nameof(FormerState.ValidTo), nameof(FormerState.SupersededAt)];
    private const string Until = nameof(FormerState.Until);

    public static void Describe(ModelBuilder model, SqlNames names)
    {
        View(StateModel.HouseholdStates, model.Entity<Household>().Metadata, model.Entity<HouseholdVersion>().Metadata);
        View(StateModel.PersonStates, model.Entity<Person>().Metadata, model.Entity<PersonVersion>().Metadata);

        void View(string name, IMutableEntityType current, IMutableEntityType former) =>
            model.HasAnnotation(Annotation + names.Quote(name), names.Statement(Text(name, current, former, names)));
    }

    // The arms have the same columns of the same types, or the engines would make the view's rows before they look which are asked for.
    private static string Text(string name, IMutableEntityType current, IMutableEntityType former, SqlNames names)
    {
        string[] columns = [.. current.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal)];
        var ofCurrent = columns.Select(names.Quote)
            .Concat(OfFormer.Select(column => $"CAST(NULL AS {names.TypeOf(column)}) AS {names.Quote(column)}"))
            .Append($"CAST({names.Forever} AS {names.Instant}) AS {names.Quote(Until)}");
        var ofFormer = columns.Concat(OfFormer).Append(Until).Select(names.Quote);
        return $"CREATE VIEW {names.Quote(name)} AS SELECT {string.Join(", ", ofCurrent)} FROM {names.Quote(current.GetTableName()!)} "
            + $"UNION ALL SELECT {string.Join(", ", ofFormer)} FROM {names.Quote(former.GetTableName()!)}";
    }
}

/// <summary>How an engine writes a name, and the types of what only a former state has.</summary>
internal sealed record SqlNames(char Open, char Close, string Number, string Day, string Instant, string Forever, string Making = "{0};")
{
    public static readonly SqlNames Sqlite = new('"', '"', "INTEGER", "TEXT", "TEXT", "'9999-12-31 00:00:00'");
    public static readonly SqlNames Postgres = new('"', '"', "bigint", "date", "timestamp with time zone", "'9999-12-31 00:00:00+00'");

    // A view is made by a statement that stands alone, which in a script with conditions it does not.
    public static readonly SqlNames SqlServer = new('[', ']', "bigint", "date", "datetime2", "''9999-12-31''", "EXEC(N'{0}');");

    public string Statement(string view) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Making, view);

    public string Quote(string name) => $"{Open}{name}{Close}";

    public string TypeOf(string column) => column switch
    {
        nameof(FormerState.VersionKey) => Number,
        nameof(FormerState.ValidTo) => Day,
        _ => Instant,
    };
}
