using Regsosek.Data;

namespace Regsosek.Api.Access;

/// <summary>The field group a member of a view belongs to. Members that come from form K take theirs from the dictionary.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GroupAttribute(FieldGroups group) : Attribute
{
    public FieldGroups Group => group;
}

/// <summary>A member from form K that needs more groups than its question names: free text may speak of a child.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StricterAttribute(string member, FieldGroups group) : Attribute
{
    public string Member => member;
    public FieldGroups Group => group;
}

/// <summary>A member every caller may see of a row that is in his scope.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OpenAttribute : Attribute;

/// <summary>A member that serves the path itself and is never given out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InternalAttribute : Attribute;

/// <summary>What a member means, for integrators, where the dictionary does not say it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SaysAttribute(string text) : Attribute
{
    public string Text => text;
}
