namespace Regsosek.Api.Http;

/// <summary>X-Request-Id on every answer: the caller's own when it is a sane token, otherwise one of ours.</summary>
public static class RequestIds
{
    public const string Header = "X-Request-Id";

    public static string RequestId(this HttpContext http) => (string)http.Items[Header]!;

    public static IApplicationBuilder UseRequestIds(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var asked = http.Request.Headers[Header].ToString();
        var id = asked.Length is > 0 and <= 64 && asked.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            && !Enumeration.SourceSheet.HasLongNumber(asked)
            ? asked
            : Guid.CreateVersion7(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()).ToString("n");
        http.Items[Header] = id;

        // When the answer starts: a fault on the way clears the headers that were set before.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });
        return next(http);
    });
}
