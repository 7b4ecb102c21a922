namespace Regsosek.Data;

/// <summary>Groups of fields that an agreement grants; every field of a person-level view belongs to one or is declared open.</summary>
[Flags]
public enum FieldGroups
{
    /// <summary>Nothing beyond what is declared open.</summary>
    None = 0,

    /// <summary>Names, NIK, family card, respondent, officers, free notes.</summary>
    Identity = 1,

    /// <summary>Needed beside identity to see the identity of persons under 18.</summary>
    Children = 1 << 1,

    /// <summary>Neighbourhood (SLS), address, building; the village itself is open.</summary>
    Location = 1 << 2,

    /// <summary>Latitude and longitude of the house.</summary>
    Coordinates = 1 << 3,

    /// <summary>Sex, birth date, marital status, relation to the head, size of the family.</summary>
    Demography = 1 << 4,

    /// <summary>Block III.</summary>
    Housing = 1 << 5,

    /// <summary>Block IV-B.</summary>
    Education = 1 << 6,

    /// <summary>Block IV-C and IV-D.</summary>
    Work = 1 << 7,

    /// <summary>Block IV-E and pregnancy.</summary>
    Health = 1 << 8,

    /// <summary>Tuberculosis, HIV/AIDS, behaviour, depression (430 = 07, 12; 428f, 428j).</summary>
    HealthSensitive = 1 << 9,

    /// <summary>Block IV-F and programmes received.</summary>
    Protection = 1 << 10,

    /// <summary>Assets, livestock, internet, account.</summary>
    Assets = 1 << 11,

    /// <summary>Class, decile, view of the neighbourhood head.</summary>
    Classification = 1 << 12,

    /// <summary>Points of the scoring model.</summary>
    Score = 1 << 13,

    /// <summary>Everything.</summary>
    All = (1 << 14) - 1,
}

/// <summary>The names of field groups as agreements and contracts write them.</summary>
public static class FieldGroupNames
{
    private static readonly Dictionary<FieldGroups, string> Names = Enum.GetValues<FieldGroups>()
        .Where(g => g is not (FieldGroups.None or FieldGroups.All))
        .ToDictionary(g => g, g => g == FieldGroups.HealthSensitive ? "health-sensitive" : g.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, FieldGroups> Groups = Names.ToDictionary(n => n.Value, n => n.Key);

    public static IReadOnlyCollection<string> All => Groups.Keys;

    public static IReadOnlyList<string> ToNames(this FieldGroups groups) => [.. Names.Where(n => groups.HasFlag(n.Key)).Select(n => n.Value)];

    /// <summary>For contracts: open, a group, or the groups that are needed together.</summary>
    public static string ToText(this FieldGroups groups) => groups == FieldGroups.None ? "open" : string.Join('+', groups.ToNames());

    public static FieldGroups Parse(string name) =>
        Groups.TryGetValue(name, out var group) ? group : throw new FormatException($"'{name}' is not a field group.");

    public static FieldGroups Parse(IEnumerable<string> names) => names.Aggregate(FieldGroups.None, (all, name) => all | Parse(name));
}
