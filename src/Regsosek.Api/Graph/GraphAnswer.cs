using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>Writes an answer: errors, data, and in extensions what it cost and why fields are null.</summary>
internal static class GraphAnswer
{
    public static void Write(Utf8JsonWriter json, ExecutionResult result, GraphRequest? request, IGraphQLTextSerializer serializer)
    {
        json.WriteStartObject();
        if (result.Errors is { Count: > 0 } errors)
        {
            json.WritePropertyName("errors");
            json.WriteRawValue(serializer.Serialize(errors), skipInputValidation: true);
        }

        if (result.Executed)
        {
            json.WritePropertyName("data");
            Node(json, result.Data as ExecutionNode, request!);
        }

        if (request is not null) Extensions(json, request);
        json.WriteEndObject();
    }

    /// <summary>After the data: reasons are found while it is written.</summary>
    private static void Extensions(Utf8JsonWriter json, GraphRequest request)
    {
        if (request.Cost is null && request.Masked.ByField is null) return;
        json.WriteStartObject("extensions");
        if (request.Cost is { } cost)
        {
            json.WriteStartObject("cost");
            json.WriteNumber("asked", (long)cost);
            json.WriteNumber("limit", GraphLimits.MaxCost);
            json.WriteEndObject();
        }

        if (request.Masked.ByField is { } masked)
        {
            json.WritePropertyName("masked");
            JsonSerializer.Serialize(json, masked, Json.Web);
        }

        json.WriteEndObject();
    }

    private static void Node(Utf8JsonWriter json, ExecutionNode? node, GraphRequest request)
    {
        switch (node)
        {
            case RowNode rows: rows.Plan.Write(json, rows.Result, request); break;
            case ObjectExecutionNode { SubFields: { } fields }:
                json.WriteStartObject();
                foreach (var field in fields)
                {
                    json.WritePropertyName(field.Name!);
                    Node(json, field, request);
                }

                json.WriteEndObject();
                break;
            case ArrayExecutionNode { Items: { } items }:
                json.WriteStartArray();
                foreach (var item in items) Node(json, item, request);
                json.WriteEndArray();
                break;
            case ArrayExecutionNode { SerializedResult: { } leaves }:
                json.WriteStartArray();
                foreach (var leaf in leaves) RowPlan.Serialized(json, leaf);
                json.WriteEndArray();
                break;
            case ValueExecutionNode value: RowPlan.Serialized(json, value.Result); break;
            default: json.WriteNullValue(); break;
        }
    }
}
