using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GraphQL.Execution;
using GraphQL.Transport;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Graph;

/// <summary>The document of a request: sent as text, or named by its hash (<c>documentId</c>). Whether the client may run it is decided
/// here on every request, whether it is kept ready or not.</summary>
internal sealed partial class Documents(
    DocumentCache cache, ListedDocumentReader listed, IDocumentBuilder parser, GraphSchema schema, Caller caller)
{
    private const string Sha256 = "sha256:";

    public static string IdOf(string text) => Sha256 + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public async Task<(KnownDocument Document, bool IsValid)> Of(GraphQLRequest asked, CancellationToken stop)
    {
        var (text, id) = (asked.Query, asked.DocumentId);
        if (id is not null && !Id().IsMatch(id))
            throw new ProblemException(Problems.Invalid("documentId", $"is {Sha256} and 64 hexadecimal digits."));
        if (text is not null && id is not null && id != IdOf(text))
            throw new ProblemException(Problems.Invalid("documentId", "is not the SHA-256 of the query."));
        id ??= IdOf(text!);
        var known = cache.Find(caller.ClientId, id);
        if (caller.OnlyListedDocuments || (known is null && text is null))
        {
            if (await listed.Text(caller.ClientId, id, stop) is { } agreed) text = agreed;
            else throw new ProblemException(caller.OnlyListedDocuments ? Problems.DocumentNotListed : Problems.UnknownDocument);
        }

        return known is null ? (KnownDocument.Of(id, text!, parser.Build(text!), schema), false) : (known, true);
    }

    /// <summary>Keeps a document that has been run: it fits the schema.</summary>
    public void Keep(KnownDocument document) => cache.Keep(caller.ClientId, document);

    [GeneratedRegex(@"^sha256:[0-9a-f]{64}\z")]
    private static partial Regex Id();
}
