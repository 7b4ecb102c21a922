using Microsoft.AspNetCore.Mvc;

namespace Regsosek.Api.Http;

/// <summary>What an endpoint line says: its name, the scope it needs (or that it is open), the problems it gives.</summary>
public static class Routes
{
    public sealed record Needed(string Scope);

    public sealed record OpenToAll;

    public sealed record Failing(IReadOnlyList<Problem> Problems);

    public static RouteHandlerBuilder Named(this RouteHandlerBuilder route, string name, string summary) => route.WithName(name).WithSummary(summary);

    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, string scope) =>
        route.WithMetadata(new Needed(scope)).Fails(Problems.TokenMissing, Problems.ScopeMissing, Problems.TooManyRequests);

    public static RouteHandlerBuilder Open(this RouteHandlerBuilder route) => route.WithMetadata(new OpenToAll());

    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder route, params Problem[] problems)
    {
        foreach (var status in problems.Select(p => p.Status).Distinct())
            route.Produces<ProblemDetails>(status, "application/problem+json");
        return route.WithMetadata(new Failing(problems));
    }

    /// <summary>The query parameters a route takes; any other, or one given twice, is a problem that names it.</summary>
    public static RouteHandlerBuilder Takes(
        this RouteHandlerBuilder route, params string[] parameters) => route.AddEndpointFilter(async (context, next) =>
    {
        foreach (var (name, values) in context.HttpContext.Request.Query)
        {
            if (!parameters.Contains(name)) return Problems.Unknown(name, parameters);
            if (values.Count != 1) return Problems.Invalid(name, "is given once.");
            if (values.ToString().Contains('\0')) return Problems.Invalid(name, "holds a character that is not allowed.");
        }

        return await next(context);
    });

    /// <summary>Start-up fails when an endpoint of the API says neither whom it needs nor that it is open.</summary>
    public static void RefuseUndeclared(this IEndpointRouteBuilder app)
    {
        foreach (var endpoint in app.DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<Needed>() is null && endpoint.Metadata.GetMetadata<OpenToAll>() is null)
                throw new InvalidOperationException($"{endpoint.RoutePattern.RawText} declares no scope.");
            if (endpoint.Metadata.GetMetadata<EndpointNameMetadata>() is null
                && endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))
                throw new InvalidOperationException($"{endpoint.RoutePattern.RawText} has no name.");
        }
    }
}
