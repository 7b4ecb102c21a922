using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Regsosek.Api;
using Regsosek.Api.Partners;
using Regsosek.Data;
using Regsosek.Data.Protection;

namespace Regsosek.Tests.Operations;

/// <summary>A hub as it runs in production, behind a proxy that ends TLS: empty, with one partner.</summary>
public sealed class ProductionHub : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-").FullName;
    private string _secret = "";

    public WebApplication App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        KeyRing.Create(development: false).Save(Path.Combine(_folder, "keys"));
        App = Hub.Build(["--environment=Production", "--urls=http://127.0.0.1:0", "--Proxy:Trusted:0=127.0.0.1",
            "--AllowedHosts=127.0.0.1;hub.example", "--Auth:Issuer=https://hub.example/",
            $"--Data:Path={_folder}/data", $"--Keys:Path={_folder}/keys", "--Cors:Origins:0=https://desk.example",
            "--Logging:Console:LogLevel:Default=Error"]);
        App.Services.GetRequiredService<ILoggerFactory>().AddProvider(EmittedBySuite.Logs);
        await using (var registry = App.Services.GetRequiredService<Registries>().For(Caller.System("test"))) await registry.Database.MigrateAsync();
        var partner = new PartnerDocument("ministry", "Ministry", "Test", ["test"], ["ID"], ["identity"], [], ["registry.read"], 1000);
        _secret = (await AddPartner.Run(partner, null, demo: false, App.Services, default))[partner.Code];
        await FirstStart.Prepare(App);
        await App.StartAsync();
    }

    /// <summary>As the proxy passes a request on; <paramref name="scheme"/> is how the client reached the proxy.</summary>
    public HttpClient Through(string scheme) => new()
    {
        BaseAddress = new Uri(App.Urls.First()),
        DefaultRequestHeaders = { { "X-Forwarded-Proto", scheme }, { "X-Forwarded-For", "203.0.113.7" } },
    };

    public async Task<HttpResponseMessage> AskToken(HttpClient http)
    {
        using var form = new FormUrlEncodedContent([
            new("grant_type", "client_credentials"), new("client_id", "ministry"), new("client_secret", _secret)]);
        return await http.PostAsync("/connect/token", form);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
