using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Transport;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>A query in an address. Addresses are kept by proxies, browsers and logs: nothing that names a person goes into one.</summary>
internal static partial class GraphAddress
{
    public static readonly string[] Parameters = ["query", "documentId", "operationName", "variables", "extensions"];

    public static GraphQLRequest Read(IQueryCollection address, IGraphQLSerializer serializer)
    {
        string? Text(string name) => address.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;
        foreach (var name in Parameters) RefuseNumbers(name, name == "documentId" ? null : Text(name));
        if (Text("query") is null && Text("documentId") is null)
            throw new ProblemException(Problems.Invalid("query", "it or a documentId is needed."));
        return new()
        {
            Query = Text("query"),
            DocumentId = Text("documentId"),
            OperationName = Text("operationName"),
            Variables = GraphBody.Variables(Text("variables"), serializer),
        };
    }

    /// <summary>Sixteen digits are a NIK or the number of a family card, wherever they stand; our own ids may look like it by chance.</summary>
    public static void RefuseNumbers(string parameter, string? text)
    {
        if (text is not null && Enumeration.SourceSheet.HasLongNumber(Ids().Replace(text, "")))
            throw new ProblemException(Problems.PersonInAddress with { With = new() { ["parameter"] = parameter } });
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")]
    private static partial Regex Ids();
}
