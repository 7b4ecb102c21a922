using Regsosek.Api.Http;

namespace Regsosek.Api.Households;

/// <summary>The list as a stream with flat memory. A fault in the middle cuts the connection, so that a short file is never taken
/// for a whole one.</summary>
public static class HouseholdStream
{
    public static async Task Send(
        HttpContext http, IAsyncEnumerable<IReadOnlyList<HouseholdView>> pages, HouseholdRows rows, CancellationToken stop)
    {
        // What is wrong with the first page is still an answer.
        await using var page = pages.GetAsyncEnumerator(stop);
        var any = await page.MoveNextAsync();
        http.Response.ContentType = rows.MediaType;
        await http.Response.Body.WriteAsync(rows.Head(), stop);
        for (; any; any = !http.IsHead() && await page.MoveNextAsync())
        {
            await http.Response.Body.WriteAsync(rows.Page(page.Current), stop);
            await http.Response.Body.FlushAsync(stop);
        }

        await http.Response.Body.WriteAsync(rows.Foot(), stop);
    }
}
