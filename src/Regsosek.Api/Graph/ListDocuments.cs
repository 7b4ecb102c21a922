using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Graph;

/// <summary>A steward lists the GraphQL documents of a client, and whether it may run others. It holds from the client's next request on.</summary>
public static class ListDocuments
{
    /// <param name="OnlyListed">The client may run no other documents.</param>
    /// <param name="Documents">The documents as texts; they take the place of those listed before.</param>
    public sealed record Request(bool OnlyListed, IReadOnlyList<string> Documents);

    public static void MapListedDocuments(this IEndpointRouteBuilder app)
    {
        const string Route = "/api/v1/agreements/{code}/clients/{clientId}/documents";
        app.MapGet(Route, Show).WithTags("Partners").Named("GetListedDocuments", "The GraphQL documents listed for a client.")
            .Needs(Scopes.PartnersManage).Takes().Fails(Problems.NotFound).Produces<ListedDocumentsView>();
        app.MapPut(Route, Handle).WithTags("Partners")
            .Named("ListDocuments", "Lists the GraphQL documents of a client, and whether it may run others; holds from its next request on.")
            .Needs(Scopes.PartnersManage)
            .Fails(Problems.NotFound, Problems.InvalidBody, Problems.InvalidParameter, Problems.InvalidQuery, Problems.QueryTooCostly,
                Problems.OwnAgreement)
            .Produces<ListedDocumentsView>();
    }

    private static async Task<IResult> Show(string code, string clientId, ListedDocumentReader listed, CancellationToken stop) =>
        await listed.Of(code, clientId, stop) is { } client ? Results.Json(ListedDocumentsView.Of(client), Json.Web) : Problems.NotFound;

    public static async Task<IResult> Handle(
        string code, string clientId, Request request, Registry registry, Caller caller, TimeProvider clock,
        IDocumentBuilder parser, IDocumentValidator validator, GraphSchema schema, CancellationToken stop)
    {
        var client = await registry.Clients.Include(c => c.Documents).Include(c => c.Agreement)
            .FirstOrDefaultAsync(c => c.ClientId == clientId && c.Agreement.Code == code, stop);
        if (client is null) return Problems.NotFound;
        if (client.AgreementKey == caller.AgreementKey) return Problems.OwnAgreement;
        if (request.Documents.Count > GraphLimits.ListedDocuments) return Problems.Invalid("documents", $"at most {GraphLimits.ListedDocuments}.");
        for (var i = 0; i < request.Documents.Count; i++)
        {
            if (await Fault(request.Documents[i], parser, validator, schema) is { } fault)
                return fault with { With = new() { ["document"] = i } };
        }

        client.OnlyListedDocuments = request.OnlyListed;
        var wanted = request.Documents.Distinct().ToDictionary(Documents.IdOf);
        client.Documents.RemoveAll(d => !wanted.ContainsKey(d.DocumentId));
        foreach (var (id, text) in wanted.Where(w => client.Documents.All(d => d.DocumentId != w.Key)))
        {
            client.Documents.Add(new()
            {
                DocumentId = id,
                Text = text,
                ListedBy = caller.ClientId,
                ListedAt = clock.GetUtcNow().UtcDateTime
            });
        }

        await registry.SaveChangesAsync(stop);
        return Results.Json(ListedDocumentsView.Of(client), Json.Web);
    }

    /// <summary>Why the schema does not fit the document; null when it does. Variables and cost are looked at when it runs.</summary>
    private static async Task<Problem?> Fault(string text, IDocumentBuilder parser, IDocumentValidator validator, GraphSchema schema)
    {
        try
        {
            var tree = parser.Build(text);
            if (tree.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault() is null)
                return Problems.InvalidQuery with { Detail = "It has no operation." };
            var valid = await validator.ValidateAsync(new ValidationOptions
            {
                Document = tree,
                Schema = schema,
                Rules = DocumentValidator.CoreRules,
                Operation = null!,
                UserContext = new Dictionary<string, object?>(),
                Variables = Inputs.Empty,
                Extensions = Inputs.Empty,
            });
            return valid.IsValid ? null : GraphErrors.ProblemOf(valid.Errors[0]);
        }
        catch (ExecutionError fault)
        {
            return GraphErrors.ProblemOf(fault);
        }
    }
}
