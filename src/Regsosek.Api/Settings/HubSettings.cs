using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Regsosek.Api.Settings;

/// <summary>All settings of the hub, typed and checked. A setting that is not known, cannot be read or is out of its range stops the start;
/// the message names each by its key.</summary>
public sealed class HubSettings
{
    private readonly Dictionary<Type, object> _sections = [];

    private HubSettings()
    {
    }

    /// <summary>The option classes, by the names of their sections.</summary>
    public static IReadOnlyList<(string Name, Type Type)> Sections { get; } =
        [.. typeof(HubSettings).Assembly.GetTypes().Select(t => (t.GetCustomAttribute<SectionAttribute>()?.Name!, t)).Where(s => s.Item1 is not null)
            .OrderBy(s => s.Item1, StringComparer.Ordinal)];

    /// <exception cref="InvalidOperationException">A line for each fault, with the key of the setting.</exception>
    public static HubSettings Read(IConfiguration configuration)
    {
        var settings = new HubSettings();
        var faults = new List<string>();
        foreach (var (name, type) in Sections) settings._sections[type] = Read(configuration.GetSection(name), type, faults);
        return faults.Count == 0 ? settings : throw new InvalidOperationException(string.Join('\n', faults));
    }

    public T Of<T>()
        where T : class => (T)_sections[typeof(T)];

    /// <summary>Each section by its own type, for whoever needs it.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(this);
        foreach (var (type, section) in _sections) services.AddSingleton(type, section);
    }

    private static object Read(IConfigurationSection section, Type type, List<string> faults)
    {
        var before = faults.Count;
        var properties = type.GetProperties();
        foreach (var child in section.GetChildren().Where(c => !properties.Any(p => p.Name.Equals(c.Key, StringComparison.OrdinalIgnoreCase))))
            faults.Add($"{child.Path} is no setting. {section.Path} has: {string.Join(", ", properties.Select(p => p.Name))}.");
        foreach (var property in properties.Where(p => !CanBeRead(section, p)))
            faults.Add($"{section.Path}:{property.Name} can't be read: it is {SettingsTable.Kind(property.PropertyType)}.");
        if (faults.Count > before) return Activator.CreateInstance(type)!;

        var options = section.Get(type) ?? Activator.CreateInstance(type)!;
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        faults.AddRange(results.Select(r => $"{section.Path}:{r.MemberNames.First()} {r.ErrorMessage}"));
        return options;
    }

    private static bool CanBeRead(IConfigurationSection section, PropertyInfo property)
    {
        try
        {
            section.GetSection(property.Name).Get(property.PropertyType);
            return true;
        }
        catch (InvalidOperationException)
        {
            // The binder's own message quotes the value, which may be a secret.
            return false;
        }
    }
}
