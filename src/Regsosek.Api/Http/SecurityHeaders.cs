namespace Regsosek.Api.Http;

/// <summary>The Content-Security-Policy of a route that is a page. Give it to the endpoint (<c>WithMetadata</c>) or, where there is none, to the
/// request (<c>http.Features.Set</c>). Everything else has <see cref="Nothing"/>.</summary>
public sealed record ContentPolicy(string Value)
{
    /// <summary>Data is no page: nothing in it is run, shown or framed.</summary>
    public static readonly ContentPolicy Nothing = new("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
}

/// <summary>What every answer tells a browser, problems and refusals included.</summary>
public static class SecurityHeaders
{
    public static IApplicationBuilder UseSecurityHeaders(this WebApplication app)
    {
        var hsts = !app.Environment.IsDevelopment();
        return app.Use((http, next) =>
        {
            // When the answer starts: a fault on the way clears the headers that were set before.
            http.Response.OnStarting(() =>
            {
                Set(http, hsts);
                return Task.CompletedTask;
            });
            return next(http);
        });
    }

    private static void Set(HttpContext http, bool hsts)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = (http.Features.Get<ContentPolicy>() ?? http.GetEndpoint()?.Metadata.GetMetadata<ContentPolicy>()
            ?? ContentPolicy.Nothing).Value;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (hsts && http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";

        // Whatever does not say otherwise may hold personal data.
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
    }
}
