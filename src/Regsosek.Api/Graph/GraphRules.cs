using GraphQL.Validation;
using GraphQL.Validation.Complexity;
using GraphQL.Validation.Errors.Custom;
using GraphQL.Validation.Rules.Custom;
using GraphQLParser.AST;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>What is checked of a document when it is seen first, and what is checked on every request, because it hangs on the variables
/// or on how the request came.</summary>
internal static class GraphRules
{
    private static readonly IValidationRule[] Always = [new CostRule()], InAddress = [new CostRule(), new BodyOnlyRule()];
    private static readonly IValidationRule[] First = [.. DocumentValidator.CoreRules, .. Always], FirstInAddress = [.. First, new BodyOnlyRule()];

    public static IReadOnlyList<IValidationRule> Of(bool isValid, bool byAddress) =>
        isValid ? (byAddress ? InAddress : Always) : byAddress ? FirstInAddress : First;
}

/// <summary>What a request costs, page sizes multiplied in.</summary>
internal sealed class CostRule() : ComplexityValidationRule(new ComplexityOptions { DefaultListImpactMultiplier = GraphLimits.MembersOfAFamily })
{
    protected override ValueTask ValidateComplexityAsync(ValidationContext context, double totalComplexity, int maxDepth)
    {
        ((GraphRequest)context.UserContext).Cost = totalComplexity;
        if (totalComplexity > GraphLimits.MaxCost)
            context.ReportError(new ComplexityError($"The query costs {totalComplexity:0}; at most {GraphLimits.MaxCost}."));
        return default;
    }
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
