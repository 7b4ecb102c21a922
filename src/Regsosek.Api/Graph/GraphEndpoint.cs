using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>GraphQL over HTTP: one query by POST, as JSON. No batches, no subscriptions.</summary>
public static class GraphEndpoint
{
    private const string GraphJson = "application/graphql-response+json; charset=utf-8", PlainJson = "application/json; charset=utf-8";

    public static void AddGraph(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentBuilder, BoundedDocuments>();
        services.AddGraphQL(graph => graph
            .AddSchema<GraphSchema>()
            .AddErrorInfoProvider<GraphErrors>()
            .AddSystemTextJson(json => json.Encoder = Json.Web.Encoder)
            .AddComplexityAnalyzer(GraphLimits.Set)
            .AddExecutionStrategy<SerialExecutionStrategy>(OperationType.Query));
    }

    public static void MapGraph(this WebApplication app)
    {
        // A fault of the schema shows at start, not at the first request.
        app.Services.GetRequiredService<GraphSchema>().Initialize();
        app.MapPost("/graphql", Ask).WithTags("GraphQL").Named("GraphQL", "The registry by GraphQL; the contract is registry.graphql.").Needs("")
            .Fails(Problems.InvalidBody, Problems.BodyTooLarge, Problems.UnsupportedMediaType, Problems.NotAcceptable).ExcludeFromDescription();
    }

    private static async Task Ask(HttpContext http, IDocumentExecuter<GraphSchema> executer, IGraphQLSerializer serializer, ILogger<GraphSchema> log)
    {
        var media = Accept.Of(http.Request, GraphJson, PlainJson) ?? throw new ProblemException(Problems.NotAcceptable);
        var asked = await GraphBody.Read(http, serializer);
        var request = new GraphRequest(http.RequestServices);
        var result = await executer.ExecuteAsync(new()
        {
            Query = asked.Query,
            OperationName = asked.OperationName,
            Variables = asked.Variables,
            UserContext = request,
            RequestServices = http.RequestServices,
            CancellationToken = http.RequestAborted,
            UnhandledExceptionDelegate = fault => Log(fault, log, http.RequestId()),
        });
        if (request.Masked.ByField is { } masked) result.Extensions = new() { [GraphRequest.MaskedExtension] = masked };

        // No log, no data: the whole answer says so, not a field of it.
        if (result.Errors?.Any(e => e.GetBaseException() is ProblemException { Problem.Status: 503 }) == true)
            throw new ProblemException(Problems.LogUnavailable);
        http.Response.StatusCode = result.Executed || media == PlainJson ? 200 : 400;
        http.Response.ContentType = media;
        http.Response.Headers.CacheControl = "no-store";
        await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    /// <summary>The type and place of a fault are logged, never its message: a message may quote a value.</summary>
    private static Task Log(UnhandledExceptionContext fault, ILogger log, string request)
    {
        if (fault.OriginalException is not ProblemException)
            log.LogError("Request {Request} failed: {Fault} at {Place}", request, fault.OriginalException.GetType().Name,
                fault.OriginalException.StackTrace);
        return Task.CompletedTask;
    }
}
