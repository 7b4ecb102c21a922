using System.Text.Json;
using Regsosek.Api.Http;

namespace Regsosek.Api.Regions;

/// <summary>Routes of regions.</summary>
public static class RegionEndpoints
{
    public static void MapRegions(this IEndpointRouteBuilder app)
    {
        var regions = app.MapGroup("/api/v1/regions").WithTags("Regions");
        regions.MapGet("/", List).Named("ListRegions", "Regions by parent, level, name or code.").Open()
            .Takes("parent", "level", "name", "system", "code", "cursor", "limit")
            .Fails(Problems.InvalidParameter, Problems.UnknownParameter).Produces<RegionPage>();
        regions.MapGet("/{code}", Get).Named("GetRegion", "One region with its ancestors and codes.").Open().Takes()
            .Fails(Problems.NotFound).Produces<RegionView>();
    }

    /// <summary>A page of regions; next is the code to ask after.</summary>
    public sealed record RegionPage(IReadOnlyList<RegionView> Items, string? Next);

    /// <param name="parent">Code of the region above; ID gives the provinces.</param>
    /// <param name="level">province, regency, district or village.</param>
    /// <param name="name">Part of a name, any case.</param>
    /// <param name="system">kemendagri or bps: only regions with a verified code there; with code, that code.</param>
    /// <param name="code">A code in that system (kemendagri when none is named).</param>
    /// <param name="cursor">The next of the page before.</param>
    /// <param name="limit">1 to 1000, 100 by default.</param>
    private static async Task List(
        HttpContext http, RegionReader regions, CancellationToken stop,
        string? parent = null, string? level = null, string? name = null, string? system = null, string? code = null,
        string? cursor = null, int limit = 100)
    {
        if (limit is < 1 or > RegionReader.MaxLimit) throw new ProblemException(Problems.Invalid("limit", $"1 to {RegionReader.MaxLimit}."));
        var found = await regions.List(parent, level, name, system, code, cursor, limit + 1, stop);
        var page = new RegionPage([.. found.Take(limit)], found.Count > limit ? found[limit - 1].Code : null);
        await Etag.Send(http, JsonSerializer.SerializeToUtf8Bytes(page, Json.Web), "application/json");
    }

    private static async Task Get(string code, HttpContext http, RegionReader regions, CancellationToken stop) =>
        await (await regions.Get(code, stop) is { } found
            ? Etag.Send(http, JsonSerializer.SerializeToUtf8Bytes(found, Json.Web), "application/json")
            : Problems.NotFound.ExecuteAsync(http));
}
