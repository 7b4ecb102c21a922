using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Regsosek.Api.Http;
using Regsosek.Data.Households;

namespace Regsosek.Api.Households;

/// <summary>Turns the text of a filter into a predicate over the view. Text that does not fit is a problem that names the parameter.</summary>
internal static class FilterTests
{
    private static readonly Dictionary<string, string> Receipts = new()
    {
        ["sembako"] = nameof(HouseholdView.ReceivedSembako),
        ["pkh"] = nameof(HouseholdView.ReceivedPkh),
        ["bltDesa"] = nameof(HouseholdView.ReceivedBltDesa),
        ["electricity"] = nameof(HouseholdView.ReceivedElectricity),
        ["localAid"] = nameof(HouseholdView.ReceivedLocalAid),
        ["fertilizer"] = nameof(HouseholdView.ReceivedFertilizer),
        ["lpg"] = nameof(HouseholdView.ReceivedLpg),
    };

    private static readonly string[] RegionColumns =
        [nameof(HouseholdView.ProvinceCode), nameof(HouseholdView.RegencyCode), nameof(HouseholdView.DistrictCode), nameof(HouseholdView.Region)];

    public static Expression Region(ParameterExpression view, string text, FilterGround _) => Any(Split("region", text).Select(code =>
    {
        if (RegionParameter.Level(code) is not (> 0 and var level)) return Expression.Constant(true);
        var column = RegionColumns[level - 1];
        return (Expression)Expression.Equal(Expression.Property(view, column), Keyset.Captured(code, typeof(string)));
    }));

    public static Expression WelfareClass(ParameterExpression view, string text, FilterGround _) => Any(Split("welfareClass", text).Select(name =>
        EnumNames.Parse<WelfareClass>(name) is { } welfare
            ? (Expression)Expression.Equal(Expression.Property(view, nameof(HouseholdView.WelfareClass)),
                Keyset.Captured((WelfareClass?)welfare, typeof(WelfareClass?)))
            : throw Bad("welfareClass", $"one of {string.Join(", ", Enum.GetNames<WelfareClass>())}.")));

    public static FilterTest Range<TView>(string name, string property, int least = 0, int most = 1000) => (view, text, _) =>
    {
        var value = Expression.Convert(Expression.Property(view, property), typeof(int?));
        return Any(Split(name, text).Select(part =>
        {
            var (low, high) = Bounds(name, part);
            if (low < least || high > most) throw Bad(name, $"{least} to {most}.");
            return (Expression)Expression.AndAlso(
                Expression.GreaterThanOrEqual(value, Keyset.Captured((int?)low, typeof(int?))),
                Expression.LessThanOrEqual(value, Keyset.Captured((int?)high, typeof(int?))));
        }));
    };

    public static Expression DeclaredReceipt(ParameterExpression view, string text, FilterGround _) => Any(Split("declaredReceipt", text).Select(name =>
        Receipts.TryGetValue(name, out var property)
            ? (Expression)Expression.Equal(Expression.Property(view, property), Keyset.Captured((YesNo?)YesNo.Yes, typeof(YesNo?)))
            : throw Bad("declaredReceipt", $"one of {string.Join(", ", Receipts.Keys)}.")));

    public static Expression SectorGroup(ParameterExpression view, string text, FilterGround _) => Any(Split("sectorGroup", text).Select(name =>
    {
        var (low, high) = name switch
        {
            "agriculture" => (1, 6),
            "industry" => (7, 11),
            "services" => (12, 26),
            _ => throw Bad("sectorGroup", "one of agriculture, industry, services.")
        };
        return Expression.OrElse(Within(nameof(MemberView.Sector)), Within(nameof(MemberView.BusinessSector)));

        Expression Within(string property)
        {
            var value = Expression.Convert(Expression.Property(view, property), typeof(int?));
            return Expression.AndAlso(Expression.GreaterThanOrEqual(value, Keyset.Captured((int?)low, typeof(int?))),
                Expression.LessThanOrEqual(value, Keyset.Captured((int?)high, typeof(int?))));
        }
    }));

    /// <summary>Age by birth dates, so that the index and all engines agree: today is not part of the SQL.</summary>
    public static Expression Age(ParameterExpression view, string text, FilterGround ground)
    {
        var today = ground.Today;
        var born = Expression.Property(view, nameof(MemberView.BirthDate));
        return Any(Split("memberAge", text).Select(part =>
        {
            var (low, high) = Bounds("memberAge", part);
            if (high > 150) high = 150;
            return (Expression)Expression.AndAlso(
                Expression.LessThanOrEqual(born, Keyset.Captured((DateOnly?)today.AddYears(-low), typeof(DateOnly?))),
                Expression.GreaterThan(born, Keyset.Captured((DateOnly?)today.AddYears(-high - 1), typeof(DateOnly?))));
        }));
    }

    public static FilterTest Codes(string name, PropertyInfo property, HashSet<int> codes) => (view, text, _) => Any(Split(name, text).Select(part =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && codes.Contains(code)
            ? (Expression)Expression.Equal(Expression.Property(view, property),
                Keyset.Captured(Enum.ToObject(Nullable.GetUnderlyingType(property.PropertyType)!, code), property.PropertyType))
            : throw Bad(name, $"'{part}' is not a code of this question.")));

    /// <summary>Sum-coded: the flag is set, and the answer is not "don't know", whose number holds flags by accident.</summary>
    public static FilterTest Flag(string name, PropertyInfo property, HashSet<int> codes) => (view, text, _) =>
    {
        var number = Expression.Convert(Expression.Property(view, property), typeof(int?));
        return Any(Split(name, text).Select(part =>
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var code) || !codes.Contains(code))
                throw Bad(name, $"'{part}' is not a code of this question.");
            var flag = Keyset.Captured((int?)code, typeof(int?));
            if (code is 0 or 99) return Expression.Equal(number, flag);
            return (Expression)Expression.AndAlso(
                Expression.NotEqual(number, Keyset.Captured((int?)99, typeof(int?))), Expression.Equal(Expression.And(number, flag), flag));
        }));
    };

    private static (int Low, int High) Bounds(string name, string text)
    {
        var parts = text.Split('-');
        if (parts.Length is 1 or 2 && parts.All(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            var low = int.Parse(parts[0], CultureInfo.InvariantCulture);
            var high = int.Parse(parts[^1], CultureInfo.InvariantCulture);
            if (low <= high && high <= 1000) return (low, high);
        }

        throw Bad(name, $"'{text}' is not a number or a range such as 1-4.");
    }

    private static string[] Split(string name, string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        return parts.Length is > 0 and <= 50 && parts.All(p => p.Length > 0) ? parts : throw Bad(name, "between 1 and 50 values by comma.");
    }

    private static Expression Any(IEnumerable<Expression> tests) => tests.Aggregate(Expression.OrElse);

    private static ProblemException Bad(string name, string says) => new(Problems.Invalid(name, says));
}
