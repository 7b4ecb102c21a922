using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Regsosek.Api.Enumeration;

/// <summary>Two tables instead of one line a family: families.csv and members.csv, joined by the source id. Both are read side by side,
/// once, so the members must come family by family in the order of families.csv.</summary>
internal sealed class CsvPair(string families, string members, Profile profile)
{
    public const string Families = "families.csv", Members = "members.csv";
    private HashSet<string> _families = [];
    private const char NotUtf8 = '\uFFFD';
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
        BadDataFound = null,
        MaxFieldSize = Ndjson.LongestLine,
    };

    /// <summary>Looks through both tables before anything is imported.</summary>
    /// <exception cref="UnusableInputException">They cannot be joined side by side.</exception>
    public void Check()
    {
        using var family = new Table(families, profile.SourceId);
        using var member = new Table(members, profile.SourceId);
        _families = Ids();
        while (!family.IsAtEnd)
        {
            while (!member.IsAtEnd && (member.Id == family.Id || IsStray(member))) member.Next();
            family.Next();
        }

        while (!member.IsAtEnd && IsStray(member)) member.Next();
        if (!member.IsAtEnd)
            throw new UnusableInputException($"{Members}, line {member.Line}: its {profile.SourceId} is not that of the family at its place. "
                + $"Members must come family by family, in the order of {Families}.");
    }

    private bool IsStray(Table member) => !_families.Contains(member.Id);

    private HashSet<string> Ids()
    {
        using var family = new Table(families, profile.SourceId);
        HashSet<string> ids = [];
        for (; !family.IsAtEnd; family.Next()) ids.Add(family.Id);
        return ids;
    }

    /// <summary>Member rows that belong to no family: kept with their finding, numbered behind the last family.</summary>
    private IEnumerable<SourceLine> Strays(long after)
    {
        using var member = new Table(members, profile.SourceId);
        var line = new ArrayBufferWriter<byte>(4 * 1024);
        using var json = new Utf8JsonWriter(line, Plain);
        for (; !member.IsAtEnd; member.Next())
        {
            if (!IsStray(member)) continue;
            line.ResetWrittenCount();
            json.Reset();
            json.WriteStartObject();
            member.Write(json, withId: true);
            json.WriteEndObject();
            json.Flush();
            yield return new(after + member.Line, line.WrittenMemory, member.Position, Checks.StrayMember);
        }
    }

    /// <summary>The pairs as the NDJSON lines they stand for; a line has the number of its row in families.csv.</summary>
    public IEnumerable<SourceLine> Lines()
    {
        using var family = new Table(families, profile.SourceId);
        using var member = new Table(members, profile.SourceId);
        var line = new ArrayBufferWriter<byte>(16 * 1024);
        using var json = new Utf8JsonWriter(line, Plain);
        var last = 0L;
        for (; !family.IsAtEnd; family.Next())
        {
            last = family.Line;
            line.ResetWrittenCount();
            json.Reset();
            json.WriteStartObject();
            var isWhole = family.Write(json, withId: true);
            json.WriteStartArray(profile.Members);
            for (; !member.IsAtEnd && (member.Id == family.Id || IsStray(member)); member.Next())
            {
                if (member.Id != family.Id) continue;
                json.WriteStartObject();
                isWhole &= member.Write(json, withId: false);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.Flush();
            yield return new(family.Line, line.WrittenMemory, family.Position,
                line.WrittenCount > Ndjson.LongestLine ? Checks.RowTooLong : isWhole ? null : Checks.NotUtf8);
        }

        foreach (var stray in Strays(last)) yield return stray;
    }

    /// <summary>One table, standing on a row.</summary>
    private sealed class Table : IDisposable
    {
        private readonly FileStream _file;
        private readonly CsvParser _csv;
        private readonly string[] _columns;
        private readonly int _id;

        public Table(string path, string id)
        {
            _file = File.OpenRead(path);
            _csv = new(new StreamReader(_file), Format);
            _columns = _csv.Read() ? [.. _csv.Record!.Select(c => c.Trim())] : [];
            _id = Array.IndexOf(_columns, id);
            if (_id < 0) throw new UnusableInputException($"{Path.GetFileName(path)} has no column {id}, by which families and members are joined.");
            Next();
        }

        public bool IsAtEnd { get; private set; }

        public string Id => _id < _csv.Count ? _csv[_id] : "";

        public long Line => _csv.RawRow;

        public long Position => _file.Position;

        public void Next()
        {
            try
            {
                IsAtEnd = !_csv.Read();
            }
            catch (CsvHelperException)
            {
                throw new UnusableInputException(
                    $"A table cannot be read at line {_csv.RawRow}: a cell is longer than 1 MB, or its quotes do not close.");
            }
        }

        /// <summary>False when a value was not UTF-8 and JSON cannot hold it as it was.</summary>
        public bool Write(Utf8JsonWriter json, bool withId)
        {
            var isWhole = true;
            for (var i = 0; i < _columns.Length && i < _csv.Count; i++)
            {
                if (_csv[i] is not { Length: > 0 } value || (i == _id && !withId)) continue;
                isWhole &= !value.Contains(NotUtf8);
                json.WriteString(_columns[i], value);
            }

            return isWhole;
        }

        public void Dispose() => _csv.Dispose();
    }
}
