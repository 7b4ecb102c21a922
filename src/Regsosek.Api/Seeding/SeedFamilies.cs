using System.Buffers;
using System.Text.Json;

namespace Regsosek.Api.Seeding;

/// <summary>Synthetic families as lines of the profile form-k. Family i is the same however many are asked for.</summary>
public static class SeedFamilies
{
    /// <summary>One JSON object a line, with its line feed. The memory of a line is reused: it holds until the next line is asked for.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Lines(SeedRequest request, IReadOnlyList<VillageSeat> villages)
    {
        ArgumentOutOfRangeException.ThrowIfZero(villages.Count, nameof(villages));
        return Written(request, new Settlement(villages), new DemoNumbers(request));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Written(SeedRequest request, Settlement settlement, DemoNumbers numbers)
    {
        var line = new ArrayBufferWriter<byte>(16 * 1024);
        using var json = new Utf8JsonWriter(line);
        for (var index = 1; index <= request.Families; index++)
        {
            line.ResetWrittenCount();
            json.Reset();
            FamilyForm.Write(json, SeedFamily.Compose(request, index, settlement, numbers));
            json.Flush();
            line.Write("\n"u8);
            yield return line.WrittenMemory;
        }
    }
}
