using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Regsosek.Api.Settings;

/// <summary>The settings as a table for docs/operating.md, from what the option classes say of themselves.</summary>
public static class SettingsTable
{
    public const string Start = "<!-- settings: written by eng/golden.sh -->";
    public const string End = "<!-- end of settings -->";

    public static string Markdown() => string.Join('\n', [
        "| Setting | Kind | Default | Means |", "|---|---|---|---|",
        .. HubSettings.Sections.SelectMany(s => s.Type.GetProperties().Select(p => Row(s.Name, p, Activator.CreateInstance(s.Type)!)))]) + "\n";

    /// <summary>The document with the table between its marks made anew.</summary>
    public static string Into(string document)
    {
        var (from, to) = (document.IndexOf(Start, StringComparison.Ordinal), document.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from) throw new InvalidDataException($"The document lacks the marks {Start} and {End}.");
        return $"{document[..(from + Start.Length)]}\n\n{Markdown()}\n{document[to..]}";
    }

    internal static string Kind(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? string.Join(" or ", Enum.GetNames(type).Select(n => $"`{n}`"))
            : type == typeof(bool) ? "`true` or `false`"
            : type == typeof(TimeSpan) ? "a time, `hh:mm:ss`"
            : type == typeof(Uri) ? "an address"
            : type == typeof(int) || type == typeof(long) ? "a whole number"
            : type == typeof(double) ? "a number"
            : type == typeof(string) ? "a text"
            : "a list, `:0`, `:1`, …";
    }

    private static string Row(string section, PropertyInfo property, object defaults)
    {
        var says = property.GetCustomAttribute<DescriptionAttribute>()?.Description
            ?? throw new InvalidOperationException($"{section}:{property.Name} has no description.");
        return $"| `{section}:{property.Name}` | {Kind(property.PropertyType)} | {Default(property.GetValue(defaults))} | {says} |";
    }

    private static string Default(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "`true`" : "`false`",
        string text => $"`{text}`",
        IEnumerable list => list.GetEnumerator().MoveNext() ? throw new NotSupportedException("A list is empty by default.") : "empty",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };
}
