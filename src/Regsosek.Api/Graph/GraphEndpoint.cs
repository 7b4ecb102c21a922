using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQLParser.AST;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>GraphQL over HTTP: one query by POST as JSON, or by GET when nothing in it names a person. No batches, no subscriptions.</summary>
public static class GraphEndpoint
{
    public const string Path = "/graphql";
    private const string GraphJson = "application/graphql-response+json; charset=utf-8", PlainJson = "application/json; charset=utf-8";

    public static void AddGraph(this IServiceCollection services)
    {
        services.AddSingleton<IDocumentBuilder, BoundedDocuments>();
        services.AddSingleton<DocumentCache>();
        services.AddScoped<Documents>();
        services.AddScoped<ListedDocumentReader>();
        services.AddGraphQL(graph => graph
            .AddSchema<GraphSchema>()
            .AddErrorInfoProvider<GraphErrors>()
            .AddSystemTextJson(json => json.Encoder = Json.Web.Encoder)
            .AddExecutionStrategy<RowStrategy>(OperationType.Query));
    }

    public static void MapGraph(this WebApplication app)
    {
        // A fault of the schema shows at start, not at the first request.
        app.Services.GetRequiredService<GraphSchema>().Initialize();
        app.MapPost(Path, ByBody).WithTags("GraphQL").Named("GraphQL", "The registry by GraphQL; the contract is registry.graphql.").Needs("")
            .Fails(Problems.InvalidBody, Problems.BodyTooLarge, Problems.UnsupportedMediaType, Problems.NotAcceptable).ExcludeFromDescription();
        app.MapGet(Path, ByAddress).WithTags("GraphQL").Named("GraphQLByAddress", "The same by GET, for queries that name nobody.").Needs("")
            .Takes(GraphAddress.Parameters)
            .Fails(Problems.InvalidParameter, Problems.UnknownParameter, Problems.NotAcceptable, Problems.PersonInAddress)
            .ExcludeFromDescription();
        app.MapListedDocuments();
        app.MapGraphPage();
    }

    private static async Task ByBody(
        HttpContext http, Documents documents, IDocumentExecuter<GraphSchema> executer, IGraphQLTextSerializer serializer)
    {
        var media = Media(http);
        await Answer(http, await GraphBody.Read(http, serializer), media, documents, executer, serializer);
    }

    private static async Task ByAddress(
        HttpContext http, Documents documents, IDocumentExecuter<GraphSchema> executer, IGraphQLTextSerializer serializer)
    {
        var media = Media(http);
        await Answer(http, GraphAddress.Read(http.Request.Query, serializer), media, documents, executer, serializer);
    }

    private static string Media(HttpContext http) =>
        Accept.Of(http.Request, PlainJson, GraphJson) ?? throw new ProblemException(Problems.NotAcceptable);

    private static async Task Answer(HttpContext http, GraphQLRequest asked, string media, Documents documents,
        IDocumentExecuter<GraphSchema> executer, IGraphQLTextSerializer serializer)
    {
        var (result, request) = await Run(http, asked, documents, executer);
        await using var ends = request;

        // No log, no data: the whole answer says so, not a field of it.
        if (result.Errors?.Any(e => e.GetBaseException() is ProblemException { Problem.Status: 503 }) == true)
            throw new ProblemException(Problems.LogUnavailable);
        using var body = new Body();
        await using (var json = new Utf8JsonWriter(body, Json.Writer)) GraphAnswer.Write(json, result, request, serializer);
        http.Response.StatusCode = result.Executed || media == PlainJson ? 200 : 400;
        http.Response.ContentType = media;
        http.Response.ContentLength = body.Written.Length;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.BodyWriter.WriteAsync(body.Written, http.RequestAborted);
    }

    private static async Task<(ExecutionResult Result, GraphRequest? Request)> Run(
        HttpContext http, GraphQLRequest asked, Documents documents, IDocumentExecuter<GraphSchema> executer)
    {
        try
        {
            var byAddress = HttpMethods.IsGet(http.Request.Method);
            var (document, isValid) = await documents.Of(asked, http.RequestAborted);
            if (byAddress) GraphAddress.RefuseNumbers("query", document.Text);
            var request = new GraphRequest(http.RequestServices, document);
            var result = await executer.ExecuteAsync(new()
            {
                Document = document.Tree,
                ValidationRules = GraphRules.Of(isValid, byAddress),
                OperationName = asked.OperationName,
                Variables = asked.Variables,
                Root = request,
                UserContext = request,
                Listeners = { CostLimit.Instance },
                RequestServices = http.RequestServices,
                CancellationToken = http.RequestAborted,
                UnhandledExceptionDelegate = fault => Log(fault, http),
            });
            if (result.Executed && !isValid) documents.Keep(document);
            return (result, request);
        }
        catch (ProblemException refused)
        {
            return (new ExecutionResult(new ExecutionError(refused.Problem.Title, refused)), null);
        }
        catch (ExecutionError refused)
        {
            return (new ExecutionResult(refused), null);
        }
    }

    /// <summary>The type and place of a fault are logged, never its message: a message may quote a value.</summary>
    private static Task Log(UnhandledExceptionContext fault, HttpContext http)
    {
        if (fault.OriginalException is not ProblemException)
            http.RequestServices.GetRequiredService<ILogger<GraphSchema>>().LogError("Request {Request} failed: {Fault} at {Place}",
                http.RequestId(), fault.OriginalException.GetType().Name, fault.OriginalException.StackTrace);
        return Task.CompletedTask;
    }
}
