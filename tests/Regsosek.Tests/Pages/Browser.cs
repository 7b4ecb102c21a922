using Microsoft.Playwright;

namespace Regsosek.Tests.Pages;

/// <summary>Debian's chromium, driven by Playwright. Where it is not installed the tests that need it are skipped by name.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string? Path { get; } = new[] { Environment.GetEnvironmentVariable("REGSOSEK_TEST_CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Path is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page that remembers every request that left for another host.</summary>
    public async Task<(IPage Page, List<string> Foreign)> Open(Uri url)
    {
        Assert.SkipWhen(_browser is null, "chromium is not installed");
        var page = await _browser.NewPageAsync();
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && new Uri(request.Url).Authority != url.Authority) foreign.Add(request.Url);
        };
        await page.GotoAsync(url.ToString());
        return (page, foreign);
    }

    /// <summary>Where pictures of pages are kept for a person to look at.</summary>
    public static string Picture(string name) => System.IO.Path.Combine(Folders.Output, name);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
