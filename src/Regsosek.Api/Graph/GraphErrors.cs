using GraphQL;
using GraphQL.Execution;
using Regsosek.Api.Http;

namespace Regsosek.Api.Graph;

/// <summary>Errors as the catalogue has them: type, code and status in extensions. What happened inside stays inside, and nobody is told what he
/// could have meant.</summary>
internal sealed class GraphErrors : IErrorInfoProvider
{
    public ErrorInfo GetInfo(ExecutionError executionError) => Of(ProblemOf(executionError));

    public static Problem ProblemOf(ExecutionError error) => error switch
    {
        BodyOnlyError named => Problems.PersonInAddress with { With = new() { ["parameter"] = named.Argument } },
        _ when error.GetBaseException() is ProblemException known => known.Problem,
        UnhandledError => Problems.ServerError,
        _ => Problems.InvalidQuery with { Detail = error.Message.Split(" Did you mean")[0] },
    };

    private static ErrorInfo Of(Problem problem)
    {
        var extensions = new Dictionary<string, object?> { ["type"] = problem.Type, ["code"] = problem.Code, ["status"] = problem.Status };
        if (problem.Detail is not null) extensions["detail"] = problem.Detail;
        foreach (var (name, value) in problem.With) extensions[name] = value;
        return new() { Message = problem.Title, Extensions = extensions };
    }
}
