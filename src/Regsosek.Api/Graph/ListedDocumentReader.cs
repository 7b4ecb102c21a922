using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Graph;

/// <summary>The documents a steward has listed for a client.</summary>
public sealed class ListedDocumentReader(Registry registry)
{
    public Task<string?> Text(string client, string id, CancellationToken stop) => registry.ListedDocuments.AsNoTracking()
        .Where(d => d.Client.ClientId == client && d.DocumentId == id).Select(d => d.Text).FirstOrDefaultAsync(stop);

    public Task<Client?> Of(string agreement, string client, CancellationToken stop) => registry.Clients.AsNoTracking().Include(c => c.Documents)
        .FirstOrDefaultAsync(c => c.ClientId == client && c.Agreement.Code == agreement, stop);
}

/// <summary>The GraphQL documents listed for a client.</summary>
/// <param name="OnlyListed">The client may run no other documents.</param>
public sealed record ListedDocumentsView(bool OnlyListed, IReadOnlyList<ListedDocumentView> Documents)
{
    public static ListedDocumentsView Of(Client client) => new(client.OnlyListedDocuments,
        [.. client.Documents.OrderBy(d => d.DocumentId, StringComparer.Ordinal).Select(d => new ListedDocumentView(d.DocumentId, d.Text))]);
}

/// <summary>A GraphQL document, and the id by which the client may run it: <c>sha256:</c> and the hash of its text.</summary>
public sealed record ListedDocumentView(string DocumentId, string Text);
