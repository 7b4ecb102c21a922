using Microsoft.AspNetCore.Http.Features;

namespace Regsosek.Api.Http;

/// <summary>What is settled about a request before it is routed.</summary>
public static class Requests
{
    /// <summary>An address that is too long is refused with a body that says so; Kestrel, which would close the connection without a word, is told
    /// to take a little more (<see cref="Hardening"/>).</summary>
    public static IApplicationBuilder UseAddressLimit(this IApplicationBuilder app, LimitSettings limits) => app.Use((http, next) =>
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length > limits.AddressBytes
            ? Problems.AddressTooLong.ExecuteAsync(http)
            : next(http));

    /// <summary>HEAD is answered by the route of GET, with its status and headers; the server leaves the body out. It is a read like any other:
    /// logged and charged. A stream stops after its first page.</summary>
    public static IApplicationBuilder UseHead(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        http.Items[nameof(UseHead)] = true;
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
        }
    });

    public static bool IsHead(this HttpContext http) => http.Items.ContainsKey(nameof(UseHead));
}
