namespace Regsosek.Api.Settings;

/// <summary>The options of one capability: a section of the configuration. Each property is a setting, its initial value the default; every one
/// carries a <see cref="System.ComponentModel.DescriptionAttribute"/>, which docs/operating.md shows.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SectionAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>A setting whose value is never shown: not in a fault, not by a verb.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
