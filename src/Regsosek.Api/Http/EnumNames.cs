namespace Regsosek.Api.Http;

/// <summary>Reads the name of an enum member, any case; a number or a list, which the framework would take, is none.</summary>
public static class EnumNames
{
    public static T? Parse<T>(string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;
}
