using System.Runtime.InteropServices;
using System.Text.Json;
using GraphQL;
using GraphQL.Transport;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>The body of a request: one object with a query or the id of one, in UTF-8.</summary>
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
        if (json.RootElement.TryGetProperty("variables", out var variables)) Bound(JsonMarshal.GetRawUtf8Value(variables).Length);
        return Read(json.RootElement, serializer) is { } asked
            && (asked.Query is { Length: > 0 } || (asked.Query is null && asked.DocumentId is not null))
            ? asked
            : throw Bad("The body has no query.");
    }

    /// <summary>The variables of an address, as JSON.</summary>
    public static Inputs? Variables(string? text, IGraphQLSerializer serializer)
    {
        if (string.IsNullOrEmpty(text)) return null;
        Bound(text.Length);
        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            return json.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null
                ? serializer.ReadNode<Inputs>(json.RootElement)
                : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new ProblemException(Problems.Invalid("variables", "is a JSON object."));
        }
    }

    private static void Bound(int bytes)
    {
        if (bytes > GraphLimits.MaxVariables)
            throw new ProblemException(Problems.QueryTooCostly with { Detail = $"At most {GraphLimits.MaxVariables} bytes of variables." });
    }

    private static GraphQLRequest Read(JsonElement body, IGraphQLSerializer serializer)
    {
        try
        {
            return serializer.ReadNode<GraphQLRequest>(body)!;
        }
        catch (InvalidOperationException)
        {
            throw Bad("query, documentId and operationName are texts, variables and extensions are objects.");
        }
    }

    private static bool IsJson(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static ProblemException Bad(string says) => new(Problems.InvalidBody with { Detail = says });
}
