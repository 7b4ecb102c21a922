using System.Text.Json;
using GraphQL;
using GraphQL.Transport;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>The body of a request: one object with a query, in UTF-8.</summary>
internal static class GraphBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static async Task<GraphQLRequest> Read(HttpContext http, IGraphQLSerializer serializer)
    {
        if (!IsJson(http.Request.ContentType)) throw new ProblemException(Problems.UnsupportedMediaType);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = GraphLimits.MaxBody;
        using var json = await JsonDocument.ParseAsync(http.Request.Body, Strict, http.RequestAborted);
        if (json.RootElement.ValueKind == JsonValueKind.Array) throw Bad("Batches are not taken: one request, one query.");
        if (json.RootElement.ValueKind != JsonValueKind.Object) throw Bad("The body is an object with a query.");
        return Read(json.RootElement, serializer) is { Query.Length: > 0 } asked ? asked : throw Bad("The body has no query.");
    }

    private static GraphQLRequest Read(JsonElement body, IGraphQLSerializer serializer)
    {
        try
        {
            return serializer.ReadNode<GraphQLRequest>(body)!;
        }
        catch (InvalidOperationException)
        {
            throw Bad("query and operationName are texts, variables is an object.");
        }
    }

    private static bool IsJson(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static ProblemException Bad(string says) => new(Problems.InvalidBody with { Detail = says });
}
