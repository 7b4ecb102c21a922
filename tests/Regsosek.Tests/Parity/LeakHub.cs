using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Regsosek.Api.Access;
using Regsosek.Api.AsOf;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Tests.Parity;

/// <summary>A hub with surfaces that leak, each in one way, put together from the hub's own readers: what somebody might write in good
/// faith.</summary>
public sealed class LeakHub : ParityHub
{
    public const string Path = "/leaks/";

    protected override void Extend(WebApplication app) =>
        app.MapGet(Path + "{kind}", (string kind, HttpContext http) => new Leak(http.RequestServices).Answer(kind, http))
            .Named("Leak", "A list that leaks.").Needs(Scopes.RegistryRead).TakesMoment();
}

/// <summary>Reads the list of families as the route does, but for one fault.</summary>
internal sealed class Leak(IServiceProvider services)
{
    private readonly Caller _caller = services.GetRequiredService<Caller>();
    private readonly Registry _registry = services.GetRequiredService<Registry>();

    public async Task Answer(string kind, HttpContext http)
    {
        // The fault of naming: whoever asks may name what he likes.
        var queries = kind == "hidden fields may be named" ? Make<HouseholdQueries>(Everything) : services.GetRequiredService<HouseholdQueries>();
        var query = queries.Read(http.Request.Query);
        var page = await Page(kind, query);
        var body = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(body, Api.Http.Json.Writer))
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var household in page.Items) HouseholdJson.Write(json, household, query.Selection);
            json.WriteEndArray();
            if (page.Next is not null) json.WriteString("next", page.Next);
            if (page.Total is { } total) json.WriteNumber("total", total);
            json.WriteEndObject();
        }

        if (page.Next is not null) http.Response.Headers.Link = $"<{http.Request.Path}?cursor={page.Next}>; rel=\"next\"";
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(body.WrittenMemory);
    }

    private Caller Everything => _caller with { Fields = FieldGroups.All };

    private async Task<Page<HouseholdView>> Page(string kind, HouseholdQuery query)
    {
        var own = Make<HouseholdReader>();
        var registries = services.GetRequiredService<Registries>();
        switch (kind)
        {
            case "the scope is forgotten":
                await using (var all = registries.For(Caller.System("leak"), _registry.Moment))
                    return await Reader(all, _caller with { Regions = RegionScope.Nation, Limit = null }).Page(query, default);

            case "the limit is forgotten":
                await using (var unlimited = registries.For(_caller with { Limit = null }, _registry.Moment))
                    return await Reader(unlimited, _caller with { Limit = null }).Page(query, default);

            case "the mask comes after filter and order":
                var seen = await Reader(_registry, _caller with { Fields = _caller.Fields | Careful }).Page(query, default);
                return seen with { Items = await own.ByKeys([.. seen.Items.Select(h => h.Key)], query.Selection, default) };

            case "hidden fields may be named":
                var named = await Reader(_registry, Everything).Page(query, default);
                return named with { Items = await own.ByKeys([.. named.Items.Select(h => h.Key)], query.Selection, default) };

            case "the count has no scope":
                var page = await own.Page(query, default);
                await using (var nation = registries.For(Caller.System("leak"), _registry.Moment))
                    return page.Total is null ? page : page with { Total = await Reader(nation, Everything).Count(query, default) };

            case "the cursor holds a hidden value":
                var given = await own.Page(query, default);
                return given.Next is null ? given : given with { Next = await Cursor(query, given.Items[^1]) };

            case "children have their names":
                var members = Make<MemberReader>(_registry, _caller with { Fields = _caller.Fields | FieldGroups.Children });
                return await Make<HouseholdReader>(members).Page(query, default);

            case "ids are the real ones":
                return await Make<HouseholdReader>(Make<Identities>(Everything)).Page(query, default);

            default:
                return await own.Page(query, default);
        }
    }

    /// <summary>Groups that hide single rows, not whole fields: to forget them refuses nobody.</summary>
    private const FieldGroups Careful = FieldGroups.Children | FieldGroups.HealthSensitive;

    private async Task<string> Cursor(HouseholdQuery query, HouseholdView last)
    {
        var unmasked = await Reader(_registry, Everything).ByKeys([last.Key], query.Selection, default);
        var value = query.SortProperty is { } sort ? Keyset.Text(sort.GetValue(unmasked[0])) : null;
        return services.GetRequiredService<Cursors>().Seal(new(last.Key, value), _caller, query.Bound);
    }

    private HouseholdReader Reader(Registry registry, Caller caller) => Make<HouseholdReader>(registry, caller, Make<MemberReader>(registry, caller));

    private T Make<T>(params object[] given) => ActivatorUtilities.CreateInstance<T>(services, given);
}
