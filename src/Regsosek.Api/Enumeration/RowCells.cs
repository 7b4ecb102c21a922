using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Regsosek.Api.Enumeration;

internal enum CellKind : byte
{
    Absent,
    Null,
    Text,

    /// <summary>Text with escapes (\u00e9).</summary>
    Escaped,
    Number,

    /// <summary>True, false, an object or an array.</summary>
    Other,
}

/// <summary>Where in the line a value stands; the quotes of a text are not part of it.</summary>
internal readonly record struct Cell(CellKind Kind, int Start, int Length)
{
    public bool IsAnswer => Kind > CellKind.Null;

    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> line) => line.Slice(Start, Length);
}

/// <summary>One row taken apart into its known fields, without building a document. Kept and refilled from row to row.</summary>
internal sealed class RowCells(SourceNames family, SourceNames person, string members)
{
    private readonly int _members = family.Add(members);
    // The form holds 99 members (401); a line of a megabyte could hold three hundred thousand.
    private const int MostMembers = 99;
    private readonly List<Cell[]> _people = [];
    private Cell[] _family = [];

    public ReadOnlySpan<Cell> Family => _family;

    public bool HasMembers { get; private set; }

    public int MemberCount { get; private set; }

    /// <summary>Name and value of what the profile does not know: part of the content, though of no answer.</summary>
    public ArrayBufferWriter<byte> Unknown { get; } = new();

    public ReadOnlySpan<Cell> Member(int index) => _people[index];

    /// <exception cref="JsonException">Not one whole JSON value.</exception>
    public void Read(ReadOnlySpan<byte> line, Faults faults)
    {
        if (_family.Length < family.Count) _family = new Cell[family.Count];
        Array.Clear(_family);
        (HasMembers, MemberCount) = (false, 0);
        Unknown.ResetWrittenCount();
        var json = new Utf8JsonReader(line);
        json.Read();
        if (json.TokenType == JsonTokenType.StartObject) Fill(ref json, line, family, _family, Faults.Family, faults);
        else
        {
            faults.Add(Checks.NotAnObject);
            json.Skip();
        }

        json.Read();   // throws when something follows
    }

    private void Fill(ref Utf8JsonReader json, ReadOnlySpan<byte> line, SourceNames names, Cell[] cells, int member, Faults faults)
    {
        var last = -1;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.HasValueSequence || json.ValueIsEscaped ? Encoding.UTF8.GetBytes(json.GetString()!) : json.ValueSpan;
            var place = names.Find(name, last);
            json.Read();
            if (place < 0)
            {
                faults.AddUnknown(name, member);
                KeepUnknown(name, ref json, line);
                continue;
            }

            last = place;
            if (cells[place].Kind != CellKind.Absent) faults.Add(Checks.FieldTwice, names[place], member);
            cells[place] = ReadCell(ref json);
            if (place == _members && member == Faults.Family && json.TokenType == JsonTokenType.StartArray) Members(ref json, line, faults);
            else json.Skip();
        }
    }

    private void Members(ref Utf8JsonReader json, ReadOnlySpan<byte> line, Faults faults)
    {
        if (HasMembers) MemberCount = 0;
        HasMembers = true;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (MemberCount == MostMembers)
            {
                faults.Add(Checks.TooManyMembers, "");
                json.Skip();
                while (json.Read() && json.TokenType != JsonTokenType.EndArray) json.Skip();
                return;
            }

            var member = MemberCount++;
            if (_people.Count < MemberCount) _people.Add(new Cell[person.Count]);
            Array.Clear(_people[member]);
            if (json.TokenType == JsonTokenType.StartObject) Fill(ref json, line, person, _people[member], member, faults);
            else
            {
                faults.Add(Checks.NotAnObject, "", member);
                json.Skip();
            }
        }
    }

    private void KeepUnknown(ReadOnlySpan<byte> name, ref Utf8JsonReader json, ReadOnlySpan<byte> line)
    {
        var start = (int)json.TokenStartIndex;
        json.Skip();
        Unknown.Write(name);
        Unknown.Write(line[start..(int)json.BytesConsumed]);
    }

    private static Cell ReadCell(ref Utf8JsonReader json)
    {
        var start = (int)json.TokenStartIndex;
        return json.TokenType switch
        {
            JsonTokenType.Null => new(CellKind.Null, start, 4),
            JsonTokenType.Number => new(CellKind.Number, start, json.ValueSpan.Length),
            JsonTokenType.String => new(json.ValueIsEscaped ? CellKind.Escaped : CellKind.Text, start + 1, json.ValueSpan.Length),
            _ => new(CellKind.Other, start, 1),
        };
    }
}
