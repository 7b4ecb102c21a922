using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Regsosek.Api.Graph;

namespace Regsosek.Tests.Pages;

/// <summary>GraphiQL at /graphql, for browsers.</summary>
[Collection(SharedHub.Name)]
public sealed partial class GraphPageTests(TestHub hub, Browser browser) : IClassFixture<Browser>
{
    private const string Missing = "GraphiQL was not restored from npm at build";

    [Fact]
    public async Task A_token_of_a_demo_client_and_a_query_that_answers()
    {
        Assert.SkipUnless(GraphPage.IsRestored, Missing);
        var (page, foreign) = await browser.Open(new Uri(hub.Url, "/graphql"));
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add(message.Text);
        };
        await page.SetViewportSizeAsync(1400, 850);
        await page.Locator("#client").SelectOptionAsync("kementan");
        await page.Locator("#token button").ClickAsync();
        await page.Locator("#state[data-good]").WaitForAsync();

        await page.Locator(".graphiql-execute-button").ClickAsync();
        var answer = page.Locator(".result-window");
        await Assertions.Expect(answer).ToContainTextAsync("\"nodes\"", new() { Timeout = 30_000 });
        await page.ScreenshotAsync(new() { Path = Browser.Picture("graphiql.png") });
        await Assertions.Expect(answer).ToContainTextAsync("\"households\"");
        await Assertions.Expect(answer).Not.ToContainTextAsync("\"errors\"");

        await page.Locator("button[aria-label='Show Documentation Explorer']").ClickAsync();
        await page.Locator(".graphiql-doc-explorer-content a", new() { HasTextString = "Query" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-doc-explorer-content")).ToContainTextAsync("Families in scope, filtered and sorted.");
        await page.ScreenshotAsync(new() { Path = Browser.Picture("graphiql-docs.png") });
        Assert.Empty(foreign);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_page_takes_nothing_from_elsewhere_and_nothing_that_was_changed()
    {
        Assert.SkipUnless(GraphPage.IsRestored, Missing);
        using var answer = await Open();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Contains("Accept", answer.Headers.Vary);

        var files = Integrity().Matches(await answer.Content.ReadAsStringAsync());
        Assert.Equal(4, files.Count);
        foreach (Match file in files)
        {
            var bytes = await hub.Anyone().GetByteArrayAsync(file.Groups[1].Value);
            Assert.Equal(file.Groups[2].Value, Convert.ToBase64String(SHA384.HashData(bytes)));
        }
    }

    [Fact]
    public async Task Only_a_browser_is_shown_the_page_and_only_files_of_it_are_served()
    {
        using var browser = await Open();
        Assert.Equal("text/html", browser.Content.Headers.ContentType!.MediaType);
        using var program = await hub.Anyone().GetAsync("/graphql");
        await program.ShouldBe(401, "token-missing");
        foreach (var file in new[] { "nothing.js", "..%2Fappsettings.json", "graphiql.LICENSE.txt", "page.html", "token.html" })
        {
            using var answer = await hub.Anyone().GetAsync($"/graphiql/{file}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public void Demo_clients_are_offered_in_Development_only_and_a_page_without_GraphiQL_says_how_to_get_it()
    {
        Assert.Contains("<option value=\"kemensos\">", GraphPage.Page(isRestored: true, isDevelopment: true), StringComparison.Ordinal);
        var production = GraphPage.Page(isRestored: true, isDevelopment: false);
        Assert.DoesNotContain("kemensos", production, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"token\"", production, StringComparison.Ordinal);
        foreach (var isDevelopment in new[] { true, false })
        {
            var missing = GraphPage.Page(isRestored: false, isDevelopment);
            Assert.Contains("Install Node 20 or newer and build again", missing, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", missing, StringComparison.Ordinal);
        }
    }

    private async Task<HttpResponseMessage> Open()
    {
        using var http = hub.Anyone();
        return await http.SendAsync(new(HttpMethod.Get, "/graphql") { Headers = { { "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" } } });
    }

    [GeneratedRegex("""(?:src|href)="(/graphiql/[^"]+)" integrity="sha384-([^"]+)">""")]
    private static partial Regex Integrity();
}
