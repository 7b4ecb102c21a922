using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Regsosek.Api.Statistics;

/// <summary>The outlines of the provinces of schema/regions/provinces.geojson as paths of a picture, read once. Indonesia lies along the equator, so degrees
/// are drawn as they are.</summary>
public sealed class ProvinceMap
{
    public const int Width = 920, Height = 350;
    private const double West = 94.7, North = 6.6, PerDegree = 19.8;

    public ProvinceMap()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Hub.Schema, "regions", "provinces.geojson")));
        Provinces = [.. file.RootElement.GetProperty("features").EnumerateArray().Select(Outline)];
    }

    /// <summary>Code, and the outline as the data of an SVG path.</summary>
    public IReadOnlyList<(string Code, string Path)> Provinces { get; }

    private static (string Code, string Path) Outline(JsonElement feature)
    {
        var geometry = feature.GetProperty("geometry");
        var coordinates = geometry.GetProperty("coordinates");
        var polygons = geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToArray();
        var path = new StringBuilder();
        foreach (var ring in polygons.SelectMany(p => p.EnumerateArray()))
            path.Append('M').AppendJoin('L', ring.EnumerateArray().Select(Point)).Append('Z');
        return (feature.GetProperty("properties").GetProperty("code").GetString()!, path.ToString());
    }

    private static string Point(JsonElement at) => string.Create(CultureInfo.InvariantCulture,
        $"{(at[0].GetDouble() - West) * PerDegree:0.#} {(North - at[1].GetDouble()) * PerDegree:0.#}");
}
