using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Access;

/// <summary>Between routing and endpoint: a valid token, an agreement in force, the scope the endpoint needs. Sets the
/// <see cref="Caller"/> of the request.</summary>
public sealed class Gate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, CallerSlot slot, Callers callers, RateLimits limits)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Routes.Needed>() is not { } needed)
        {
            await next(http);
            return;
        }

        var answer = await Enter(http, slot, callers, needed.Scope);
        if (!limits.Take(http, slot.Caller.ClientId)) answer = Problems.TooManyRequests;
        await (answer?.ExecuteAsync(http) ?? next(http));
    }

    private static async Task<Problem?> Enter(HttpContext http, CallerSlot slot, Callers callers, string scope)
    {
        var token = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (!token.Succeeded)
        {
            http.Response.Headers.WWWAuthenticate = token.Failure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
            return token.Failure is null ? Problems.TokenMissing : Problems.TokenInvalid;
        }

        var (caller, refusal) = await callers.Of(token.Principal, http.Request.Headers["X-End-User"].ToString(), http.RequestAborted);
        if (refusal is { Status: 401 }) http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        if (refusal is not null) return refusal;
        if (scope.Length > 0 && !caller.Scopes.Contains(scope)) return Problems.Scope(scope);
        slot.Caller = caller;
        return null;
    }
}

/// <summary>The caller of this request; Nobody until the gate has let him in.</summary>
public sealed class CallerSlot
{
    public Caller Caller { get; set; } = Caller.Nobody;
}
