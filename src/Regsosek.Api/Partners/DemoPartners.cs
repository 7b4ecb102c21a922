using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Partners;

/// <summary>The partners of the demonstration (schema/partners/demo.json), each with a client whose secret everybody knows.
/// Development only.</summary>
public static class DemoPartners
{
    public static IReadOnlyList<PartnerDocument> Read(string schema) =>
        JsonSerializer.Deserialize<List<PartnerDocument>>(File.ReadAllBytes(Path.Combine(schema, "partners", "demo.json")), Json.Web)!;

    public static async Task Register(IServiceProvider services, string schema, CancellationToken stop)
    {
        await using var registry = services.GetRequiredService<Registries>().For(Caller.System("demo partners"));
        var known = await registry.Partners.Select(p => p.Code).ToListAsync(stop);
        foreach (var document in Read(schema).Where(d => !known.Contains(d.Code)))
            await AddPartner.Run(document, jwks: null, demo: true, services, stop);
    }
}
