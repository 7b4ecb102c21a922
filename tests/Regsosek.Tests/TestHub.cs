using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Regsosek.Api;
using Regsosek.Data;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Operations;

namespace Regsosek.Tests;

/// <summary>A whole hub on a port of its own, with its own data and keys and a small demonstration, asked over HTTP only.</summary>
public class TestHub : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Task<string>> _tokens = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-").FullName;
    private bool _stopped;

    public WebApplication App { get; private set; } = null!;
    public Uri Url { get; private set; } = null!;
    public string DataPath => Path.Combine(_folder, "data");
    public string KeysPath => Path.Combine(_folder, "keys");
    public string ExportsPath => Path.Combine(_folder, "exports");
    public TestDatabase Database { get; private set; } = null!;

    /// <summary>Part of the demonstration's 6,000 families that this hub holds.</summary>
    protected virtual double Scale => 0.04;

    protected virtual IEnumerable<string> Settings => [];

    /// <summary>Its families are few, and nothing of them may be in what the suite lets out.</summary>
    protected virtual bool IsOverheard => true;

    /// <summary>Surfaces a test needs beside those of the hub.</summary>
    protected virtual void Extend(WebApplication app)
    {
    }

    public virtual async ValueTask InitializeAsync()
    {
        Database = new(DataPath, Holding.TablesAndRegions);
        App = Hub.Build([
            "--environment=Development", "--urls=http://127.0.0.1:0", .. Database.Settings, $"--Keys:Path={KeysPath}", $"--Exports:Path={ExportsPath}",
            $"--Demo:Scale={Scale}",
            "--Logging:Console:LogLevel:Default=Error", .. Settings]);
        Extend(App);
        App.Services.GetRequiredService<ILoggerFactory>().AddProvider(EmittedBySuite.Logs);
        await FirstStart.Prepare(App);
        await App.StartAsync();
        Url = new Uri(App.Urls.First());
        EmittedBySuite.Started();
    }

    public virtual async ValueTask DisposeAsync()
    {
        try
        {
            await Stop();
        }
        finally
        {
            Database?.Dispose();
            Directory.Delete(_folder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the hub but keeps its data and keys, for another hub to go on with, until this one is disposed.</summary>
    public async Task Stop()
    {
        if (_stopped) return;
        _stopped = true;

        // A start that failed has said why: nothing here may hide it.
        if (App is null) return;
        if (IsOverheard) await EmittedBySuite.Families(this);

        // Only this hub's connections, the others are at work; and after its last work, which leaves one behind.
        await using var registry = Registry();
        await App.StopAsync();
        await App.DisposeAsync();
        TestDatabase.Close(registry);
    }

    /// <summary>A client without a token.</summary>
    public HttpClient Anyone() => new(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = Url };

    /// <summary>A demo partner with a token.</summary>
    public async Task<HttpClient> As(string client)
    {
        var http = Anyone();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await _tokens.GetOrAdd(client, c => Token(c)));
        return http;
    }

    public async Task<string> Token(string client, params (string Name, string Value)[] also)
    {
        using var answer = await AskToken(client, $"{client}-demo", also);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("access_token").GetString()!;
    }

    public async Task<HttpResponseMessage> AskToken(string client, string secret, params (string Name, string Value)[] also)
    {
        using var http = Anyone();
        using var form = new FormUrlEncodedContent([
            new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", secret),
            .. also.Select(a => KeyValuePair.Create(a.Name, a.Value))]);
        return await http.PostAsync("/connect/token", form);
    }

    /// <summary>The registry as the hub's own work sees it: everything.</summary>
    public Registry Registry() => App.Services.GetRequiredService<Registries>().For(Caller.System("test"));

    /// <summary>Writes past the hub, as who holds the database can.</summary>
    /// <param name="sql">Names in quotation marks, bytes as X'00FF'.</param>
    public async Task Tamper(string sql)
    {
        await using var registry = Registry();
        await registry.Database.ExecuteSqlRawAsync(TestDatabase.Bytes(sql));
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();
}

/// <summary>One hub shared by the tests that change nothing.</summary>
[CollectionDefinition(Name), OnEveryEngine]
public sealed class SharedHub : ICollectionFixture<TestHub>
{
    public const string Name = "hub";
}
