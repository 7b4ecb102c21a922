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

    /// <summary>What a caller who has gone away still gets done: most statements end by themselves, and cancelling one costs its connection too
    /// (<see cref="Data.Providers.Engines"/>).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A request is given up a little after its caller has gone, not at once.</summary>
    public static IApplicationBuilder UsePatience(this IApplicationBuilder app, TimeProvider clock) => app.Use(async (http, next) =>
    {
        using var later = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var gone = http.RequestAborted.UnsafeRegister(_ => later.CancelAfter(Patience), null);
        http.RequestAborted = later.Token;
        await next(http);
    });

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
