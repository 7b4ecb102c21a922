using System.Text.Json;

namespace Regsosek.Api.Seeding;

// The numbers and codes of one part of the form, by question.
internal sealed class Columns<T>(params (string Name, Func<T, short?> Answer)[] columns)
{
    private readonly (JsonEncodedText Name, Func<T, short?> Answer)[] _columns =
        [.. columns.Select(column => (JsonEncodedText.Encode(column.Name), column.Answer))];

    public void Write(Utf8JsonWriter json, T row)
    {
        foreach (var (name, answer) in _columns)
            if (answer(row) is { } value) json.WriteNumber(name, value);
    }
}
