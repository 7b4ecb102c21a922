using System.Globalization;
using Regsosek.Api.Reference;

namespace Regsosek.Api.Enumeration;

/// <summary>What makes a profile impossible to follow.</summary>
internal static class ProfileFaults
{
    public static IEnumerable<string> In(Profile profile, DataDictionary dictionary) =>
        In("family", profile.Family, dictionary).Concat(In("person", profile.Person, dictionary));

    private static IEnumerable<string> In(string unit, IReadOnlyDictionary<string, SourceField> fields, DataDictionary dictionary)
    {
        foreach (var twice in fields.Values.SelectMany(f => f.From.Concat(f.Also)).GroupBy(n => n).Where(g => g.Count() > 1))
            yield return $"{twice.Key} is two variables of a {unit}.";

        foreach (var (name, field) in fields)
        {
            if (dictionary.Find(unit, name) is not { } variable)
            {
                yield return $"The form knows no {name} of a {unit}.";
                continue;
            }

            if (!Parts(name).Contains(field.From.Count)) yield return $"{name} cannot come from {field.From.Count} fields.";
            if (field.Rest is { } rest && (variable.Type != "text" || dictionary.Find(unit, rest)?.Type != "text"))
                yield return $"{name}: rest goes from a text to a text.";
            foreach (var code in field.Codes.Keys.Where(c => !short.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
                yield return $"{name}: {code} is no code.";
            foreach (var code in field.Codes.Values.Where(c => !IsOnForm(c, variable, dictionary)))
                yield return $"{name}: {code} is not on the form.";
        }
    }

    private static int[] Parts(string variable) => variable switch
    {
        "region" => [1, 4],
        "birthDate" => [1, 3],
        _ => [1],
    };

    private static bool IsOnForm(short code, Variable variable, DataDictionary dictionary) =>
        variable.CodeList is { } list && dictionary.CodeLists[list].Codes.Any(c => c.Value == code);
}
