using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>A client says that it holds a part, or the whole, as it was given. Said twice it is said once.</summary>
public static class AcknowledgeList
{
    public sealed record Request
    {
        /// <summary>Number of the part; left out for the whole list.</summary>
        public int? Part { get; init; }

        /// <summary>SHA-256 of the part's bytes, or for the whole of the manifest's, in hexadecimal digits.</summary>
        public required string Sha256 { get; init; }
    }

    public static async Task<IResult> Handle(
        Guid id, Request request, ListReader lists, Registries registries, Caller caller, TimeProvider clock, CancellationToken stop)
    {
        var list = await lists.Allowed(id, stop);
        if (list.State != ListState.Frozen) return Problems.NotIn(ListView.Name(list.State));
        if (request.Part is < 1) return Problems.Invalid("part", "is 1 or more.");
        var hash = request.Part is { } number ? (await lists.Part(list, number, stop))?.Hash : SHA256.HashData(Encoding.ASCII.GetBytes(list.Manifest!));
        if (hash is null) return Problems.NotFound;
        if (!Convert.ToHexStringLower(hash).Equals(request.Sha256, StringComparison.OrdinalIgnoreCase)) return Problems.ReceiptDiffers;
        await using (var registry = registries.For(Caller.System("lists")))
        {
            if (!await registry.ListReceipts.AnyAsync(r => r.ListKey == list.Key && r.Part == (request.Part ?? 0) && r.Client == caller.ClientId, stop))
            {
                registry.ListReceipts.Add(new() { ListKey = list.Key, Part = request.Part ?? 0, Client = caller.ClientId, At = clock.GetUtcNow().UtcDateTime });
                await registry.TrySave(stop);
            }
        }

        return Results.Json(await lists.Get(id, stop), Json.Web);
    }
}
