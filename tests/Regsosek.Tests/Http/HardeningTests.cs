using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Providers;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Http;

/// <summary>What every answer says to a browser, and what a request may not be.</summary>
[Collection(SharedHub.Name)]
public sealed class HardeningTests(TestHub hub)
{
    public static TheoryData<string, HttpStatusCode> Addresses => new()
    {
        { "/api/v1/households?limit=1", HttpStatusCode.OK },
        { "/api/v1/households?limit=0", HttpStatusCode.BadRequest },
        { "/api/v1/regions/91", HttpStatusCode.OK },
        { "/nothing", HttpStatusCode.NotFound },
        { "/swagger/index.html", HttpStatusCode.OK },
    };

    [Theory, MemberData(nameof(Addresses))]
    public async Task Every_answer_forbids_what_it_is_not_for(string address, HttpStatusCode expected)
    {
        using var answer = await (await hub.As("kemensos")).GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        var isPage = !Header(answer, "Content-Security-Policy").Contains("default-src 'none'", StringComparison.Ordinal);
        Assert.Equal(address.StartsWith("/swagger", StringComparison.Ordinal), isPage);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/api/v1/households?limit=1")]
    [InlineData("/api/v1/me")]
    [InlineData("/api/v1/households?limit=0")]
    public async Task Nobody_on_the_way_keeps_what_a_partner_was_told(string address)
    {
        using var answer = await (await hub.As("kemensos")).GetAsync(address);
        Assert.True(answer.Headers.CacheControl?.NoStore, answer.Headers.CacheControl?.ToString());
        using var open = await hub.Anyone().GetAsync("/api/v1/regions/91");
        Assert.True(open.Headers.CacheControl?.Public);
    }

    [Fact]
    public async Task Without_origins_pages_of_other_hosts_read_nothing()
    {
        using var http = hub.Anyone();
        http.DefaultRequestHeaders.Add("Origin", "https://desk.example");
        using var answer = await http.GetAsync("/api/v1/regions/91");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/api/v1/households?limit=3", HttpStatusCode.OK)]
    [InlineData("/api/v1/households?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/regions/91", HttpStatusCode.OK)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/lookup", HttpStatusCode.MethodNotAllowed)]
    public async Task Head_answers_as_get_does_without_the_body(string address, HttpStatusCode expected)
    {
        using var http = await hub.As("kemensos");
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        using var get = await http.GetAsync(address);
        Assert.Equal((expected, expected), (get.StatusCode, head.StatusCode));
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Head_of_a_stream_is_one_page_on_record_and_no_more()
    {
        using var http = await hub.As("kemensos");
        http.DefaultRequestHeaders.Accept.ParseAdd("application/x-ndjson");
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/v1/households"));
        Assert.Equal("application/x-ndjson", head.Content.Headers.ContentType?.MediaType);
        await using var registry = hub.Registry();
        var id = head.Headers.GetValues("X-Request-Id").Single();
        Assert.Single(registry.AccessEntries.Where(e => e.RequestId == id));
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_told_so()
    {
        using var answer = await hub.Anyone().GetAsync($"/api/v1/regions?name={new string('a', 9000)}");
        await answer.ShouldBe(414, "address-too-long");
    }

    /// <summary>Past what Kestrel reads at all it closes the connection; past the headers it says 431.</summary>
    [Theory]
    [InlineData(40_000, 10, "414")]
    [InlineData(10, 40_000, "431")]
    public async Task What_is_longer_still_never_reaches_the_hub(int address, int header, string status)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(hub.Url.Host, hub.Url.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /{new string('a', address)} HTTP/1.1\r\nHost: {hub.Url.Authority}\r\nX-Long: {new string('b', header)}\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.StartsWith($"HTTP/1.1 {status}", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}

/// <summary>A hub that gives a request five seconds.</summary>
public sealed class ImpatientHub : TestHub
{
    protected override double Scale => 0.01;
    protected override IEnumerable<string> Settings => ["--Limits:Timeout=00:00:05"];
}

[OnEveryEngine]
public sealed class TimeoutTests(ImpatientHub hub) : IClassFixture<ImpatientHub>
{
    [Fact]
    public async Task A_request_that_takes_too_long_is_told_so_and_the_next_is_answered()
    {
        using var http = await hub.As("kemensos");
        await Answered();
        await using (var other = hub.Registry())
        {
            // Somebody else holds the log: the read can't be put on record, and waits.
            await using var held = await other.Database.BeginTransactionAsync();
            await other.Database.ExecuteSqlRawAsync(TestDatabase.Engine switch
            {
                Engine.Sqlite => "UPDATE \"KeyBlocks\" SET \"Next\" = \"Next\"",
                Engine.PostgreSql => "LOCK TABLE \"AccessEntries\"",
                _ => "SELECT TOP 1 * FROM \"AccessEntries\" WITH (TABLOCKX, HOLDLOCK)",
            });
            using var late = await http.GetAsync("/api/v1/households?limit=1");
            await late.ShouldBe(503, "timed-out");
        }

        await Answered();

        // A machine that is slow for a while is no fault.
        Task Answered() => Eventually.Is("answered in time", () => http.GetAsync("/api/v1/households?limit=1"), answer => answer.IsSuccessStatusCode);
    }
}
