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
            // A type with a suffix (+json) is a kind of the plain one: the very type that is asked goes first.
            .Select(a => offered.Where(o => MediaTypeHeaderValue.Parse(o).IsSubsetOf(a))
                .MaxBy(o => MediaTypeHeaderValue.Parse(o).MediaType.Equals(a.MediaType, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(o => o is not null);
    }
}
