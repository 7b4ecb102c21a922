using System.Text.Json;
using System.Text.Json.Nodes;

namespace Regsosek.Api.Http;

/// <summary>An error as the catalogue knows it (RFC 9457): the status and title are decided there, never at an endpoint.</summary>
public sealed record Problem(int Status, string Code, string Title) : IResult
{
    public const string TypeBase = "https://regsosek.example/problems/";
    public string? Detail { get; init; }
    public Dictionary<string, object?> With { get; init; } = [];
    public string Type => TypeBase + Code;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new JsonObject { ["type"] = Type, ["status"] = Status, ["title"] = Title };
        if (Detail is not null) body["detail"] = Detail;
        foreach (var (name, value) in With) body[name] = JsonSerializer.SerializeToNode(value, Json.Web);
        body["requestId"] = httpContext.RequestId();
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = "application/problem+json";
        return httpContext.Response.WriteAsync(body.ToJsonString(Json.Web), httpContext.RequestAborted);
    }
}

/// <summary>A problem on its way up from where no result can be returned: readers, binding, streams.</summary>
public sealed class ProblemException(Problem problem) : Exception(problem.Code)
{
    public Problem Problem => problem;
}
