using System.Text.Json.Serialization;

namespace Regsosek.Api.Classification;

/// <summary>A published set of welfare classes, cut by the share of persons ranked at or below a family.</summary>
public sealed record WelfareScheme
{
    public required string Scheme { get; init; }
    public required int Version { get; init; }
    public required DateOnly Date { get; init; }
    public required string Describes { get; init; }
    public required IReadOnlyList<SchemeClass> Classes { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    [JsonIgnore]
    public string Hash { get; private init; } = "";

    /// <summary>Code of the class of a family at this percentile (0 to 100). A class holds the whole of its upper bound.</summary>
    public string ClassOf(double percentile) => Classes.First(at => at.UpTo is not { } bound || percentile <= bound).Code;

    public static WelfareScheme Load(string path)
    {
        var (scheme, hash) = PublishedFile.Read<WelfareScheme>(path);
        var bounds = scheme.Classes.Select(at => at.UpTo ?? double.PositiveInfinity).ToList();
        if (bounds.Count == 0 || bounds[^1] != double.PositiveInfinity || bounds.Zip(bounds.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new InvalidDataException($"{path}: the classes must rise to one that takes the rest.");
        }
        return scheme with { Hash = hash };
    }
}

/// <summary>One welfare class.</summary>
/// <param name="UpTo">Highest percentile in the class, in percent of persons; null takes the rest.</param>
public sealed record SchemeClass(string Code, double? UpTo, string En, string Id);
