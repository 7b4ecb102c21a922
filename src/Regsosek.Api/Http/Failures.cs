using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;

namespace Regsosek.Api.Http;

/// <summary>Whatever goes wrong becomes a problem of the catalogue; what happened inside stays inside.</summary>
public sealed partial class Failures(ILogger<Failures> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            ProblemException known => known.Problem,
            BadHttpRequestException { StatusCode: 413 } => Problems.BodyTooLarge,
            BadHttpRequestException { StatusCode: 415 } => Problems.UnsupportedMediaType,
            BadHttpRequestException unbound when Unbound().Match(unbound.Message) is { Success: true } match =>
                Problems.Invalid(match.Groups[1].Value, "can't be read."),
            BadHttpRequestException or System.Text.Json.JsonException => Problems.InvalidBody,
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => null,
            OperationCanceledException => Problems.TimedOut,
            _ => Problems.ServerError,
        };
        if (problem is null) return true;
        // The type and place of a fault are logged, never its message: a message may quote a value.
        if (problem.Status == 500)
            log.LogError("Request {Request} failed: {Fault} at {Place}", httpContext.RequestId(), exception.GetType().Name, exception.StackTrace);
        if (httpContext.Response.HasStarted) return false;
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>Bodies for the bare statuses that routing gives.</summary>
    public static Task Bare(StatusCodeContext context) => context.HttpContext.Response.StatusCode switch
    {
        404 => Problems.NoSuchRoute.ExecuteAsync(context.HttpContext),
        405 => Problems.MethodNotAllowed.ExecuteAsync(context.HttpContext),
        406 => Problems.NotAcceptable.ExecuteAsync(context.HttpContext),
        413 => Problems.BodyTooLarge.ExecuteAsync(context.HttpContext),
        414 => Problems.AddressTooLong.ExecuteAsync(context.HttpContext),
        415 => Problems.UnsupportedMediaType.ExecuteAsync(context.HttpContext),
        503 => Problems.TimedOut.ExecuteAsync(context.HttpContext),
        400 => Problems.InvalidBody.ExecuteAsync(context.HttpContext),
        _ => Task.CompletedTask,
    };

    // The framework says which parameter it could not bind in its message only.
    [GeneratedRegex("""^Failed to bind parameter "\S+ (\w+)" from """)]
    private static partial Regex Unbound();
}
