using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Security.Authentication;
using Microsoft.AspNetCore.HttpOverrides;
using Regsosek.Api.Settings;

namespace Regsosek.Api.Http;

/// <summary>Who ends TLS, when the hub does not.</summary>
[Section("Proxy")]
public sealed class ProxySettings : IValidatableObject
{
    [Description("addresses or networks (`10.0.0.0/8`) of the proxies that end TLS in front; only from them `X-Forwarded-For` and "
        + "`X-Forwarded-Proto` are believed. Empty: there is none")]
    public IReadOnlyList<string> Trusted { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Trusted
        .Where(t => !IPAddress.TryParse(t, out _) && !System.Net.IPNetwork.TryParse(t, out _))
        .Select(t => new ValidationResult($"holds '{t}', which is neither an address nor a network.", [nameof(Trusted)]));
}

/// <summary>The server's own limits, and that outside Development nothing but HTTPS is answered.</summary>
public static class Hardening
{
    public static void UseHardenedKestrel(this IWebHostBuilder web, LimitSettings limits) => web.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.BodyBytes;
        kestrel.Limits.MaxRequestLineSize = limits.AddressBytes * 4;
        kestrel.Limits.MaxRequestBufferSize = Math.Max(1024 * 1024, limits.AddressBytes * 4);
        kestrel.Limits.MaxRequestHeadersTotalSize = limits.HeaderBytes;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
    });

    public static void AddProxies(this IServiceCollection services, ProxySettings proxies) => services.Configure<ForwardedHeadersOptions>(forwarded =>
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var trusted in proxies.Trusted)
        {
            if (IPAddress.TryParse(trusted, out var address)) forwarded.KnownProxies.Add(address);
            else forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(trusted));
        }
    });

    /// <summary>First of all: where the request really came from.</summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ProxySettings>().Trusted.Count > 0) app.UseForwardedHeaders();
    }

    /// <summary>Tokens and answers never pass in the clear; a health check of the machine's own may.</summary>
    public static void RequireHttps(this WebApplication app)
    {
        if (app.Environment.IsDevelopment()) return;
        app.Use((http, next) => http.Request.IsHttps || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            ? next(http)
            : Problems.HttpsRequired.ExecuteAsync(http));
    }
}
