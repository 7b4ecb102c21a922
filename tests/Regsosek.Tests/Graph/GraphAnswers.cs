using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using Regsosek.Api.Access;
using Regsosek.Api.Graph;
using Regsosek.Api.Households;

namespace Regsosek.Tests.Graph;

/// <summary>Asks by GraphQL, and says what the answer should be.</summary>
internal static class GraphAnswers
{
    /// <summary>Every field of the field tables, as a selection on a household.</summary>
    public static string EveryField(this TestHub hub) => string.Join(' ', hub.Get<Fields<HouseholdView>>().All.Select(f => f.Name switch
    {
        "classification" => "classification{scheme model version stage scope coverage date demonstration}",
        "members" => $"members{{{string.Join(' ', hub.Get<Fields<MemberView>>().All.Select(m => m.Name))}}}",
        _ => f.Name,
    }));

    /// <summary>Every field of a type that takes no argument, and of the types below it.</summary>
    public static string Every(this TestHub hub, string type)
    {
        return Below((IComplexGraphType)hub.Get<GraphSchema>().AllTypes[type]!);

        static string Below(IComplexGraphType type) => string.Join(' ', type.Fields.Where(f => f.Arguments is not { Count: > 0 })
            .Select(f => f.ResolvedType!.GetNamedType() is IComplexGraphType below ? $"{f.Name}{{{Below(below)}}}" : f.Name));
    }

    public static Task<JsonElement> Ask(this HttpClient http, string query, object? variables = null) =>
        http.Post("/graphql", new { query, variables });

    /// <summary>The one field asked for, without errors.</summary>
    public static JsonElement Data(this JsonElement answer)
    {
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return Assert.Single(answer.GetProperty("data").EnumerateObject()).Value;
    }

    /// <summary>The one error, with type, code and status of the catalogue.</summary>
    public static JsonElement Error(this JsonElement answer, string code)
    {
        var extensions = Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("extensions");
        Assert.True(code == extensions.GetProperty("code").GetString(), answer.ToString());
        Assert.Equal($"https://regsosek.example/problems/{code}", extensions.GetProperty("type").GetString());
        return extensions;
    }

    /// <summary>A query of which nothing was executed.</summary>
    public static async Task<JsonElement> Refused(this HttpClient http, string query, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }), Headers = { { "Accept", "application/graphql-response+json" } } };
        using var answer = await http.SendAsync(request);
        var body = await answer.Json(HttpStatusCode.BadRequest);
        Assert.False(body.TryGetProperty("data", out _));
        return body.Error(code);
    }

    public static List<JsonElement> Nodes(this JsonElement connection) => [.. connection.GetProperty("nodes").EnumerateArray()];

    public static string EndCursor(this JsonElement connection) => connection.GetProperty("pageInfo").GetProperty("endCursor").GetString()!;

    public static bool HasNext(this JsonElement connection) => connection.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
}
