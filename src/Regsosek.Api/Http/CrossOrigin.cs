using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Regsosek.Api.Settings;

namespace Regsosek.Api.Http;

/// <summary>Which pages of other hosts may read answers in a browser: none, unless they are named.</summary>
[Section("Cors")]
public sealed class CorsSettings : IValidatableObject
{
    [Description("origins whose pages may call the hub from a browser, each `https://host` without a path; empty: none")]
    public IReadOnlyList<string> Origins { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Origins.Where(o => !IsOrigin(o))
        .Select(o => new ValidationResult($"holds '{o}', which is no origin: https://host, without a path and never *.", [nameof(Origins)]));

    private static bool IsOrigin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) && text == uri.GetLeftPart(UriPartial.Authority);
}

/// <summary>CORS, closed by default.</summary>
public static class CrossOrigin
{
    private static readonly string[] Asked = ["Authorization", "Content-Type", "If-None-Match", "X-End-User", RequestIds.Header];
    private static readonly string[] Told = ["ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After", RequestIds.Header];

    public static void AddCrossOrigin(
        this IServiceCollection services, CorsSettings settings) => services.AddCors(cors => cors.AddDefaultPolicy(p => p
        .WithOrigins([.. settings.Origins]).WithMethods("GET", "HEAD", "POST", "PATCH", "PUT").WithHeaders(Asked).WithExposedHeaders(Told)
        .SetPreflightMaxAge(TimeSpan.FromHours(1))));

    /// <summary>After routing. Without origins nothing of CORS is in the path.</summary>
    public static void UseCrossOrigin(this WebApplication app)
    {
        if (app.Services.GetRequiredService<CorsSettings>().Origins.Count > 0) app.UseCors();
    }
}
