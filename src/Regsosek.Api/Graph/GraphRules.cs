using GraphQL.Validation;
using GraphQLParser.AST;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>What a document has to fit: the schema when it is seen first; what may stand in an address whenever it comes by one.</summary>
internal static class GraphRules
{
    private static readonly IValidationRule[] None = [], First = [.. DocumentValidator.CoreRules];
    private static readonly IValidationRule[] InAddress = [new BodyOnlyRule()], FirstInAddress = [.. First, .. InAddress];

    public static IReadOnlyList<IValidationRule> Of(bool isValid, bool byAddress) =>
        isValid ? (byAddress ? InAddress : None) : byAddress ? FirstInAddress : First;
}

/// <summary>An argument in which a person may be named is not given by an address, neither as a literal nor by a variable.</summary>
internal sealed class BodyOnlyRule : ValidationRuleBase
{
    private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLArgument>((argument, context) =>
    {
        if (context.TypeInfo.GetArgument()?.IsFreeText() == true) context.ReportError(new BodyOnlyError(argument.Name.StringValue));
    });

    public override ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context) => new(Visitor);
}

internal sealed class BodyOnlyError(string argument) : ValidationError(Problems.PersonInAddress.Title)
{
    public string Argument => argument;
}
