using System.Text;
using Regsosek.Api.Rules;
using Regsosek.Data.Enumeration;

namespace Regsosek.Api.Enumeration;

/// <summary>One thing that can be wrong with a row: what it is and what to do about it, in English and Indonesian.
/// Only what would store something false or nobody's is an error. A family with gaps or doubtful answers is still a family and must
/// not be lost to the list it may need to be on, so completeness and consistency warn: it is taken in and its findings stay with it.</summary>
public sealed record Check(string Id, FindingSeverity Severity, Label Says, Label ToDo)
{
    public static Check Error(string id, string says, string saysId, string toDo, string toDoId) =>
        new(id, FindingSeverity.Error, new(says, saysId), new(toDo, toDoId));

    public static Check Warning(string id, string says, string saysId, string toDo, string toDoId) =>
        new(id, FindingSeverity.Warning, new(says, saysId), new(toDo, toDoId));
}

/// <summary>A check that a row failed, with a pointer into the row. It never holds the value.</summary>
public readonly record struct Fault(Check Check, string At);

/// <summary>Collects the faults of one row.</summary>
internal sealed class Faults(string members)
{
    public const int Family = -1;
    private const int Most = 500;

    public List<Fault> Found { get; } = [];

    public bool HasErrors { get; private set; }

    /// <summary>Field names come from outside too: one that could carry a value is not repeated.</summary>
    public void AddUnknown(ReadOnlySpan<byte> field, int member) =>
        Add(Checks.UnknownField, IsPlain(field) ? Encoding.ASCII.GetString(field) : "?", member);

    public void Add(Check check, string field = "", int member = Family)
    {
        HasErrors |= check.Severity == FindingSeverity.Error;
        if (Found.Count > Most) return;
        if (Found.Count == Most) (check, field, member) = (Checks.MoreFindings, "", Family);
        var inside = field.Length == 0 ? "" : $"/{field}";
        Found.Add(new(check, member == Family ? inside : $"/{members}/{member}{inside}"));
    }

    private static bool IsPlain(ReadOnlySpan<byte> field)
    {
        if (field.Length is 0 or > 40) return false;
        var digits = 0;
        foreach (var c in field)
        {
            if (!char.IsAsciiLetterOrDigit((char)c) && c is not ((byte)'_' or (byte)'-')) return false;
            if (char.IsAsciiDigit((char)c)) digits++;
        }

        return digits <= 6;
    }
}
