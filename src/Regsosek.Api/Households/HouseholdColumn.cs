using System.Text.Json;
using Regsosek.Api.Http;

namespace Regsosek.Api.Households;

/// <summary>A column of a table of families: a field, or a member of the classification.</summary>
internal sealed record HouseholdColumn(string Name, Type Type, Func<HouseholdView, object?> Get)
{
    /// <exception cref="ProblemException">Members, being many, are in no table.</exception>
    public static IReadOnlyList<HouseholdColumn> Of(Selection selection)
    {
        if (selection.Members is not null)
            throw new ProblemException(Problems.Invalid("include", "CSV and Parquet hold families only; take NDJSON for members."));
        var fields = selection.Household.Where(f => f.Property.Name != nameof(HouseholdView.Classification)).Select(f => new HouseholdColumn(f.Name, f.Type, f.Get));
        return [.. fields, .. selection.Names(nameof(HouseholdView.Classification)) ? Classification : []];
    }

    /// <summary>By what a family was ranked, a column a member.</summary>
    private static IEnumerable<HouseholdColumn> Classification => typeof(ClassificationView).GetProperties().Select(p => new HouseholdColumn(
        $"classification.{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}", p.PropertyType,
        h => h.Classification is { } classification ? p.GetValue(classification) : null));
}
