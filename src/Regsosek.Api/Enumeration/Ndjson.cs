namespace Regsosek.Api.Enumeration;

/// <summary>Lines of an NDJSON file through one buffer: memory stays flat whatever the file or the line.</summary>
public static class Ndjson
{
    public const int LongestLine = 1024 * 1024;
    private const byte Feed = (byte)'\n';

    public static IEnumerable<SourceLine> Lines(Stream file)
    {
        var buffer = new byte[LongestLine + 1];
        int start = 0, end = 0;
        long number = 0, read = 0;
        var isAtEnd = false;
        while (!isAtEnd || start < end)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf(Feed);
            if (length < 0 && !isAtEnd && end - start <= LongestLine)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
                var more = file.Read(buffer, end, buffer.Length - end);
                isAtEnd = more == 0;
                end += more;
                read += more;
                continue;
            }

            number++;
            var isCut = length < 0 && end - start > LongestLine;
            if (length < 0) length = end - start;
            var text = Trim(buffer.AsMemory(start, length), number);
            if (text.Length > 0) yield return new(number, text, read - (end - start - length), isCut ? Checks.RowTooLong : null);
            start += Math.Min(length + 1, end - start);
            while (isCut && !isAtEnd)
            {
                // The rest of a line that is too long is passed over.
                end = file.Read(buffer, 0, buffer.Length);
                read += end;
                isAtEnd = end == 0;
                start = buffer.AsSpan(0, end).IndexOf(Feed) + 1;
                isCut = start == 0;
                if (isCut) start = end;
            }
        }
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line, long number)
    {
        if (number == 1 && line.Span.StartsWith("\uFEFF"u8)) line = line[3..];
        return line.Trim("\r\n\t "u8);
    }
}
