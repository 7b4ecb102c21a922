namespace Regsosek.Tests.Pages;

[Collection(SharedHub.Name)]
public sealed class SwaggerPageTests(TestHub hub, Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Authorize_with_a_demo_client_works_and_try_it_out_answers()
    {
        var (page, foreign) = await browser.Open(new Uri(hub.Url, "/swagger/index.html"));
        await page.Locator("button.authorize").First.ClickAsync();
        await page.Locator("input[id^='client_id']").FillAsync("kemensos");
        await page.Locator("input[id^='client_secret']").FillAsync("kemensos-demo");
        await page.Locator("label[for^='registry.read']").First.ClickAsync();
        await page.Locator(".auth-btn-wrapper button.authorize").ClickAsync();
        await page.Locator("button.btn-done").ClickAsync();

        await page.Locator("#operations-Households-ListHouseholds button.opblock-summary-control").ClickAsync();
        await page.Locator("#operations-Households-ListHouseholds .try-out__btn").ClickAsync();
        await page.Locator("#operations-Households-ListHouseholds button.execute").ClickAsync();
        var status = page.Locator("#operations-Households-ListHouseholds .live-responses-table tbody .response-col_status").First;
        await status.WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Browser.Picture("swagger.png") });
        Assert.Contains("200", await status.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(foreign);
    }
}
