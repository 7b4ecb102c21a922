namespace Regsosek.Api.Enumeration;

/// <summary>One family as text. The memory is the reader's own and holds until the next line is asked for.</summary>
/// <param name="Number">Line of the file, from 1.</param>
/// <param name="Position">Bytes of the input read so far.</param>
/// <param name="Broken">What was already wrong with the line, so that its text is not all that there was.</param>
public readonly record struct SourceLine(long Number, ReadOnlyMemory<byte> Text, long Position, Check? Broken = null)
{
    /// <summary>Families that are made rather than read from a file.</summary>
    public static IEnumerable<SourceLine> Numbered(IEnumerable<ReadOnlyMemory<byte>> lines)
    {
        long number = 0, position = 0;
        foreach (var line in lines) yield return new(++number, line, position += line.Length);
    }
}
