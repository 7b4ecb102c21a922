using System.Text.Json;
using Regsosek.Api.Http;

namespace Regsosek.Api.Households;

/// <summary>A column of a table.</summary>
internal sealed record TableColumn<TRow>(string Name, Type Type, Func<TRow, object?> Get)
{
    /// <summary>The same of a row that holds this one.</summary>
    public TableColumn<TOther> Of<TOther>(Func<TOther, TRow> held) => new(Name, Type, row => Get(held(row)));
}

/// <summary>Columns of a table of families: fields, and of the classification its members.</summary>
internal static class HouseholdColumns
{
    /// <exception cref="ProblemException">Members, being many, are in no table.</exception>
    public static IReadOnlyList<TableColumn<HouseholdView>> Of(Selection selection)
    {
        if (selection.Members is not null)
            throw new ProblemException(Problems.Invalid("include", "CSV and Parquet hold families only; take NDJSON for members."));
        var fields = selection.Household.Where(f => f.Property.Name != nameof(HouseholdView.Classification)).Select(f => new TableColumn<HouseholdView>(f.Name, f.Type, f.Get));
        return [.. fields, .. selection.Names(nameof(HouseholdView.Classification)) ? Classification : []];
    }

    /// <summary>By what a family was ranked, a column a member.</summary>
    private static IEnumerable<TableColumn<HouseholdView>> Classification => typeof(ClassificationView).GetProperties().Select(p => new TableColumn<HouseholdView>(
        $"classification.{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}", p.PropertyType,
        h => h.Classification is { } classification ? p.GetValue(classification) : null));
}
