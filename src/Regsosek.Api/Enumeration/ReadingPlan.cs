using Regsosek.Api.Reference;

namespace Regsosek.Api.Enumeration;

/// <summary>All readings of one unit under one profile, in the order of the form.</summary>
internal sealed class ReadingPlan<T>
{
    /// <summary>Not answers with a column of their own: the village is the region, the numbers are sealed.</summary>
    private static readonly HashSet<string> Apart = ["region", "familyCard", "nik"];

    private readonly IReadOnlyDictionary<string, SourceField> _fields;
    private readonly List<(string Variable, int[] Codes, Func<T, int?> Code, Action<T> Clear)> _unasked = [];

    public ReadingPlan(string unit, IReadOnlyDictionary<string, SourceField> fields, DataDictionary dictionary)
    {
        _fields = fields;
        foreach (var variable in dictionary.Variables.Where(v => v.Unit == unit && fields.ContainsKey(v.Name)))
        {
            var field = fields[variable.Name];
            int[] places = [.. field.From.Concat(field.Also).Select(Names.Add)];
            if (Apart.Contains(variable.Name)) continue;
            Readings.Add(Reading(variable, field, places, dictionary));
            if (field.Unasked.Count > 0)
                _unasked.Add((variable.Name, [.. field.Unasked], Member.Number<T>(variable.Name), Member.Clearer<T>(variable.Name)));
        }
    }

    public SourceNames Names { get; } = new();

    public List<Reading<T>> Readings { get; } = [];

    public void Read(in SourceSheet sheet, T row)
    {
        foreach (var reading in Readings) reading.Read(sheet, row);
    }

    /// <summary>The field a finding about a variable points at; null when the source does not have it.</summary>
    public string? FieldOf(string variable) => _fields.TryGetValue(variable, out var field) ? field.From[0] : null;

    public int[] PlacesOf(string variable) =>
        _fields.TryGetValue(variable, out var field) ? [.. field.From.Concat(field.Also).Select(Names.Add)] : [];

    /// <summary>Empties a variable that holds what the source writes where it was not asked. True when it did.</summary>
    public bool Drop(string variable, T row)
    {
        foreach (var (name, codes, code, clear) in _unasked)
        {
            if (name != variable || code(row) is not { } value || !codes.Contains(value)) continue;
            clear(row);
            return true;
        }

        return false;
    }

    private static Reading<T> Reading(Variable variable, SourceField field, int[] places, DataDictionary dictionary) => variable.Type switch
    {
        "integer" => new NumberOf<T>(variable, field.From[0], places, field.Blank),
        "decimal" => new DecimalOf<T>(variable, field.From[0], places),
        "date" when field.From.Count == 3 => new DatePartsOf<T>(variable, field.From[0], places),
        "date" => new DateOf<T>(variable, field.From[0], places),
        "text" => new TextOf<T>(variable, field.From[0], places, field.Rest is { } rest ? Member.Setter<T, string>(rest) : null),
        _ => new CodeOf<T>(variable, field.From[0], places, new CodeTable(variable, field, dictionary)),
    };
}
