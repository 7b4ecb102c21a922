using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Pages;

namespace Regsosek.Tests.Statistics;

/// <summary>The public page, in a browser without script and as text.</summary>
[OnEveryEngine]
public sealed partial class StatisticsPageTests(StatisticsHub hub, Browser browser) : IClassFixture<StatisticsHub>, IClassFixture<Browser>
{
    [Fact]
    public async Task The_map_and_the_bars_are_seen_and_lead_to_a_province()
    {
        var (page, foreign) = await browser.Open(new Uri(hub.Url, "/statistics?lang=en"));
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, fault) => complaints.Add(fault);
        await page.SetViewportSizeAsync(1200, 900);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Families by welfare");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Poverty rate by province" })).ToBeVisibleAsync();
        Assert.Equal(38, await page.Locator("svg.map > path").CountAsync());
        Assert.True((await page.Locator("svg.map").BoundingBoxAsync())!.Height > 300);
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Indonesia: Families by welfare class" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Papua" })).ToBeVisibleAsync();

        // The style is applied, and a province with a figure has a colour of its own.
        Assert.Equal("rgb(18, 52, 59)", await page.Locator("body").EvaluateAsync<string>("e => getComputedStyle(e).color"));
        Assert.NotEqual("rgb(0, 0, 0)", await page.Locator("svg.map > path[class^=step]").First.EvaluateAsync<string>("e => getComputedStyle(e).fill"));
        await page.ScreenshotAsync(new() { Path = Browser.Picture("statistics.png"), FullPage = true });

        await page.GetByRole(AriaRole.Link, new() { Name = "Papua", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Papua: Regencies and cities" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Bahasa Indonesia" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "id");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Papua: Keluarga menurut desil jiwa" })).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(390, 800);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await page.ScreenshotAsync(new() { Path = Browser.Picture("statistics-narrow.png"), FullPage = true });
        Assert.Empty(foreign);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task It_has_no_script_no_style_of_its_own_and_a_policy_that_says_so()
    {
        using var answer = await hub.Anyone().GetAsync("/statistics?region=91");
        var html = await answer.Content.ReadAsStringAsync();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script|<style|style=|onclick|javascript:", html);
        Assert.Contains("CC BY 4.0", html, StringComparison.Ordinal);
        Assert.Contains("Demonstration: made-up families", html, StringComparison.Ordinal);
    }

    /// <summary>Every picture has a name and a description, every table a caption and heads that say of what.</summary>
    [Theory, InlineData("en"), InlineData("id")]
    public async Task What_is_drawn_can_be_read(string language)
    {
        var html = await hub.Anyone().GetStringAsync($"/statistics?lang={language}");
        var pictures = Pictures().Matches(html);
        Assert.Equal(3, pictures.Count);
        foreach (Match picture in pictures)
            Assert.All(picture.Groups[1].Value.Split(' '), id => Assert.Single(Regex.Matches(html, $"id=\"{id}\"")));
        Assert.Equal(Regex.Count(html, "<table>"), Regex.Count(html, "<caption>[^<]+</caption>"));
        Assert.DoesNotContain("<th>", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<h1>"));
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_is_the_readers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/statistics") { Headers = { { "Accept-Language", "id-ID,id;q=0.9,en;q=0.5" } } };
        using var answer = await hub.Anyone().SendAsync(request);
        Assert.Contains("Keluarga menurut kesejahteraan", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Theory, InlineData("?region=91.71.03"), InlineData("?region=99"), InlineData("?lang=jv"), InlineData("?colour=red")]
    public async Task What_it_does_not_take_is_told(string query)
    {
        using var answer = await hub.Anyone().GetAsync("/statistics" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [GeneratedRegex("role=\"img\" aria-labelledby=\"([^\"]+)\"")]
    private static partial Regex Pictures();
}
