using Microsoft.Playwright;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Pages;

namespace Regsosek.Tests.Targeting;

/// <summary>The pages a head of office reads, in a browser and as text.</summary>
[OnEveryEngine]
public sealed class TargetingPageTests(TargetingHub hub, Browser browser) : IClassFixture<TargetingHub>, IClassFixture<Browser>
{
    [Fact]
    public async Task Bars_by_region_and_period_are_seen_and_lead_to_a_province()
    {
        await hub.Delivered();
        var (page, foreign) = await browser.Open(new Uri(hub.Url, "/targeting?programme=PKH&lang=en"));
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, fault) => complaints.Add(fault);
        await page.SetViewportSizeAsync(1200, 900);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Who is entitled, and who receives");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Indonesia: Entitled and not receiving, by province" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Indonesia: Entitled and not receiving, by period" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Receiving and not entitled" })).ToBeVisibleAsync();
        Assert.Equal("rgb(18, 52, 59)", await page.Locator("body").EvaluateAsync<string>("e => getComputedStyle(e).color"));
        await page.ScreenshotAsync(new() { Path = Browser.Picture("targeting.png"), FullPage = true });

        await page.GetByRole(AriaRole.Link, new() { Name = "Papua", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Papua: by regency and city" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "PBI-JKN" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Bahasa Indonesia" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "id");
        await page.SetViewportSizeAsync(390, 800);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(foreign);
        Assert.Empty(complaints);
    }

    /// <summary>As the portal of an office asks for it, which adds the token.</summary>
    [Fact]
    public async Task Districts_have_bars_behind_a_token()
    {
        await hub.Delivered();
        var (page, _) = await browser.Open(new Uri(hub.Url, "/targeting?programme=PKH"));
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Authorization"] = $"Bearer {await hub.Token("pemkot-jayapura")}" });
        await page.GotoAsync(new Uri(hub.Url, "/targeting/local?programme=PKH&region=91.71&lang=en").ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new("Entitled and not receiving, by district") })).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Browser.Picture("targeting-districts.png"), FullPage = true });
    }

    [Fact]
    public async Task They_have_no_script_and_no_style_of_their_own_and_say_what_is_drawn()
    {
        await hub.Delivered();
        using (var answer = await hub.Anyone().GetAsync("/targeting?programme=PKH&region=91"))
        {
            var html = await answer.Content.ReadAsStringAsync();
            Assert.StartsWith("default-src 'none'; style-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotMatch("<script|<style|style=|onclick|javascript:", html);
            Assert.DoesNotContain("<th>", html, StringComparison.Ordinal);
            Assert.Contains("aria-labelledby=\"trend-title trend-desc\"", html, StringComparison.Ordinal);
        }

        using (var open = await hub.Anyone().GetAsync("/targeting/local?programme=PKH&region=91.71")) await open.ShouldBe(401, "token-missing");
        using (var scope = await (await hub.As("kemensos")).GetAsync("/targeting/local?programme=PKH&region=91.71")) await scope.ShouldBe(403, "scope-missing");
        using (var elsewhere = await (await hub.As("pemkot-jayapura")).GetAsync("/targeting/local?programme=PKH&region=35.07")) await elsewhere.ShouldBe(404, "not-found");
        foreach (var wrong in new[] { "?region=91.71.03", "?region=99", "?lang=jv", "?colour=red", "?period=x" })
            using (var refused = await hub.Anyone().GetAsync("/targeting" + wrong)) Assert.Equal(400, (int)refused.StatusCode);
    }
}
