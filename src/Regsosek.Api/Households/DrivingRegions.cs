using System.Linq.Expressions;
using Regsosek.Api.Http;
using Regsosek.Api.Regions;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Households;

/// <summary>The regions that a list is read from: those of the scope, narrowed to those asked for; none holds another. The scope filter guards;
/// an equality on one region lets its index give the rows in the order of the page, which a filter over many regions does not.</summary>
public static class DrivingRegions
{
    /// <summary>More than these are read by the filter alone.</summary>
    public const int Most = 50;

    /// <summary>Where a family, and its rank, hold the code of a region, by its level from 1 (province) to 4 (village).</summary>
    private static readonly string[] Columns = [nameof(Household.ProvinceCode), nameof(Household.RegencyCode), nameof(Household.DistrictCode), nameof(Household.VillageCode)];

    /// <summary>A code that no row has.</summary>
    private const string Nowhere = "";

    /// <param name="scope">What the caller may see.</param>
    /// <param name="asked">The filter <c>region</c>: codes by comma, already checked; null for none.</param>
    /// <returns>Empty: the whole nation, or more than <see cref="Most"/>.</returns>
    public static IReadOnlyList<string> Of(RegionScope scope, string? asked)
    {
        var wanted = asked?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var common = RegionCover.Common([.. scope.Codes], asked is null ? ["ID"] : wanted);
        return common switch
        {
            ["ID"] or { Count: > Most } => [],

            // Nothing in common: there is no row to look for, least of all in a large region.
            [] => [Nowhere],
            _ => common,
        };
    }

    /// <summary>Rows of one region, found by the family that each belongs to.</summary>
    /// <param name="region">One code, already checked; null or ID for all.</param>
    public static IQueryable<T> In<T>(this IQueryable<T> rows, string? region, Expression<Func<T, Household>> family)
    {
        if (region is null or "ID") return rows;
        return rows.Where(Expression.Lambda<Func<T, bool>>(
            Expression.Equal(Code(family.Body, Level(region)), Keyset.Captured(region, typeof(string))), family.Parameters));
    }

    /// <summary>The code of a family, or of its rank, at a level.</summary>
    internal static MemberExpression Code(Expression placed, int level) => Expression.Property(placed, Columns[level - 1]);

    /// <summary>1 (province) to 4 (village).</summary>
    public static int Level(string code) => code.Count(c => c == '.') + 1;
}
