using System.Text;

namespace Regsosek.Api.Enumeration;

/// <summary>The field names of one unit, each with a place; found by their bytes, without making a string.</summary>
internal sealed class SourceNames
{
    private readonly Dictionary<string, int> _places = new(new Utf8Names());
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<byte>> _byBytes;
    private readonly List<string> _names = [];
    private readonly List<byte[]> _bytes = [];

    public SourceNames() => _byBytes = _places.GetAlternateLookup<ReadOnlySpan<byte>>();

    public int Count => _names.Count;

    public string this[int place] => _names[place];

    public ReadOnlySpan<byte> Bytes(int place) => _bytes[place];

    /// <summary>The place of a name, new or not.</summary>
    public int Add(string name)
    {
        if (_places.TryGetValue(name, out var place)) return place;
        _places.Add(name, _names.Count);
        _names.Add(name);
        _bytes.Add(Encoding.UTF8.GetBytes(name));
        return _names.Count - 1;
    }

    /// <summary>The fields of a row mostly come in the same order, so the place after the last one is tried first.</summary>
    public int Find(ReadOnlySpan<byte> name, int after)
    {
        var next = after + 1;
        if (next < _bytes.Count && name.SequenceEqual(_bytes[next])) return next;
        return _byBytes.TryGetValue(name, out var place) ? place : -1;
    }

    private sealed class Utf8Names : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
    {
        public bool Equals(string? x, string? y) => x == y;

        public int GetHashCode(string name) => GetHashCode(Encoding.UTF8.GetBytes(name).AsSpan());

        public bool Equals(ReadOnlySpan<byte> bytes, string name) => bytes.Length == name.Length && Ascii.Equals(bytes, name);

        public int GetHashCode(ReadOnlySpan<byte> bytes)
        {
            var hash = 2166136261u;
            foreach (var b in bytes) hash = (hash ^ b) * 16777619;
            return (int)hash;
        }

        public string Create(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
    }
}
