using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Providers;

namespace Regsosek.Tests.Operations;

/// <summary>The real binary is told to stop while it gives a stream and many pages: it takes nothing new, ends what it has begun, and all is on record.</summary>
public sealed class GracefulStop : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-").FullName;

    [Fact]
    public async Task Told_to_stop_it_ends_what_it_has_begun()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no SIGTERM");
        using var hub = Running.Hub("--environment=Development", "--urls=http://127.0.0.1:0", $"--Data:Path={_folder}/data", $"--Keys:Path={_folder}/keys",
            "--Demo:Scale=0.2", "--Limits:StopWithin=00:02:00");
        var url = await hub.Listening;
        using var http = Slow(url);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token(http));

        using var ask = new HttpRequestMessage(HttpMethod.Get, "/api/v1/households?include=members") { Headers = { { "Accept", "application/x-ndjson" } } };
        using var stream = await http.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync());
        List<string> read = [(await lines.ReadLineAsync())!];
        var pages = Enumerable.Range(0, 20).Select(_ => http.GetAsync("/api/v1/households?limit=200&include=members")).ToList();
        await Task.WhenAny(pages);

        await hub.Terminate();
        await Eventually.Holds("new connections are refused", () => Refuses(url));
        Assert.False(hub.HasEnded, "it ended although a stream was being read");
        while (await lines.ReadLineAsync() is { } line) read.Add(line);
        List<string> ids = [Id(stream)];
        foreach (var page in pages)
        {
            // One that was not yet begun when the hub was told may find the door closed; one that was begun is answered whole.
            try
            {
                using var answer = await page;
                if (answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync()).EndsWith('}')) ids.Add(Id(answer));
            }
            catch (HttpRequestException)
            {
            }
        }

        Assert.Equal(0, (await hub.Ended).Code);

        await using var registry = new Registries(Engine.Sqlite, $"Data Source={_folder}/data/registry.db;Pooling=False", TimeProvider.System)
            .For(Caller.System("test"));
        Assert.Equal(await registry.Households.CountAsync(), read.Count);
        Assert.All(read, line => Assert.EndsWith("}", line, StringComparison.Ordinal));
        Assert.True(ids.Count > 1);
        var entries = await registry.AccessEntries.Where(e => ids.Contains(e.RequestId)).ToListAsync();
        Assert.Equal(ids.Order(), entries.Select(e => e.RequestId).Distinct().Order());
        Assert.Equal(read.Count, entries.Where(e => e.RequestId == Id(stream)).Sum(e => e.Families));
    }

    private static string Id(HttpResponseMessage answer) => answer.Headers.GetValues("X-Request-Id").Single();

    /// <summary>A client that takes little at a time, so that what it has not read is not yet sent.</summary>
    private static HttpClient Slow(Uri url) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, stop) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096, NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, stop);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = url };

    private static async Task<bool> Refuses(Uri url)
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(url.Host, url.Port);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private static async Task<string> Token(HttpClient http)
    {
        using var form = new FormUrlEncodedContent([
            new("grant_type", "client_credentials"), new("client_id", "kemensos"), new("client_secret", "kemensos-demo")]);
        using var answer = await http.PostAsync("/connect/token", form);
        return (await answer.Json(System.Net.HttpStatusCode.OK)).GetProperty("access_token").GetString()!;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
