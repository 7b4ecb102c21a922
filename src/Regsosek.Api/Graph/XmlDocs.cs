using System.Reflection;
using System.Xml.Linq;

namespace Regsosek.Api.Graph;

/// <summary>The summaries of views, written for integrators, as the compiler leaves them beside the binary: they become
/// descriptions of the schema.</summary>
internal sealed class XmlDocs
{
    private readonly Dictionary<string, string> _texts = new[] { typeof(XmlDocs).Assembly, typeof(Data.Registry).Assembly }
        .Select(assembly => Path.ChangeExtension(Path.Combine(AppContext.BaseDirectory, assembly.ManifestModule.Name), ".xml"))
        .Where(File.Exists)
        .SelectMany(path => XDocument.Load(path).Descendants("member"))
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")!));

    public string? Of(Type type) => _texts.GetValueOrDefault($"T:{Id(type)}");

    public string? Of(PropertyInfo property) => _texts.GetValueOrDefault($"P:{Id(property.DeclaringType!)}.{property.Name}");

    public string? Of(Enum value) => _texts.GetValueOrDefault($"F:{Id(value.GetType())}.{value}");

    private static string Id(Type type) => type.FullName!.Replace('+', '.');

    private static string Text(XElement summary)
    {
        foreach (var see in summary.Descendants("see").ToList()) see.ReplaceWith(see.Attribute("cref")!.Value.Split('.', ':')[^1]);
        return string.Join(' ', summary.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
