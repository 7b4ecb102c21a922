using System.Globalization;
using GraphQL.Types;

namespace Regsosek.Api.Graph;

/// <summary>Dates as on every other surface: ISO 8601, without a time.</summary>
internal sealed class IsoDate : ScalarGraphType
{
    internal const string Form = "yyyy-MM-dd";

    public IsoDate()
    {
        Name = "Date";
        Description = "A day, ISO 8601: 2022-11-05.";
    }

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text when DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value is DateOnly day ? day.ToString(Form, CultureInfo.InvariantCulture) : null;
}
