using Microsoft.Net.Http.Headers;

namespace Regsosek.Api.Http;

/// <summary>Which of the offered media types a request takes best; the first when it does not say.</summary>
public static class Accept
{
    public static string? Of(HttpRequest request, params string[] offered)
    {
        var asked = request.GetTypedHeaders().Accept;
        if (asked is null || asked.Count == 0) return offered[0];
        return asked.Where(a => a.Quality is not 0).OrderByDescending(a => a.Quality ?? 1)
            .Select(a => offered.FirstOrDefault(o => MediaTypeHeaderValue.Parse(o).IsSubsetOf(a)))
            .FirstOrDefault(o => o is not null);
    }
}
