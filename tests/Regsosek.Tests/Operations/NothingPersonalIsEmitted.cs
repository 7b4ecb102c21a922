using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Regsosek.Api.Operations;
using Regsosek.Tests.Access;

namespace Regsosek.Tests.Operations;

/// <summary>What a client puts where it does not belong gets into no log, trace or metric: <see cref="EmittedBySuite"/> reads them all at the end.</summary>
[Collection(SharedHub.Name)]
public sealed class NothingPersonalIsEmitted(TestHub hub)
{
    [Theory]
    [InlineData("GET", "/api/v1/households/{0}")]
    [InlineData("GET", "/api/v1/households?nik={0}")]
    [InlineData("GET", "/api/v1/households?cursor={0}")]
    [InlineData("GET", "/api/v1/households?region={0}")]
    [InlineData("GET", "/{0}")]
    [InlineData("HEAD", "/api/v1/regions/{0}")]
    [InlineData("POST", "/api/v1/lookup?nik={0}")]
    [InlineData("{0}", "/api/v1/households")]
    public async Task A_number_in_an_address_or_header_is_answered_and_forgotten(string method, string address)
    {
        var nik = (await hub.Niks())[0];
        using var http = await hub.As("kemensos");
        using var request = new HttpRequestMessage(
            new HttpMethod(method.Replace("{0}", $"X{nik}", StringComparison.Ordinal)), address.Replace("{0}", nik, StringComparison.Ordinal));
        foreach (var name in (string[])["User-Agent", "X-Request-Id", "X-End-User", "tracestate", "baggage", "Referer", "X-Forwarded-For"])
            Assert.True(request.Headers.TryAddWithoutValidation(name, $"nik={nik}"));
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var answer = await http.SendAsync(request);
        Assert.True((int)answer.StatusCode is >= 400 and < 500, answer.StatusCode.ToString());
    }

    [Fact]
    public async Task A_body_that_can_not_be_read_is_forgotten_too()
    {
        var nik = (await hub.Niks())[0];
        using var http = await hub.As("kemensos");
        foreach (var body in (string[])[$"{{\"nik\":{nik}}}", $"{{\"{nik}\":1}}", nik, $"{{\"nik\":\"{nik}\",\"nik\":[{nik}"])
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync("/api/v1/lookup", content);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.DoesNotContain(nik, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>The check can fail: it finds what is planted, in each of its ways.</summary>
    [Fact]
    public async Task The_reading_finds_what_is_planted()
    {
        await using var registry = hub.Registry();
        var name = await registry.Persons.Where(p => EF.Functions.Like(p.Name!, "% %")).Select(p => p.Name!).FirstAsync();
        var numbers = await hub.Numbers();
        var emitted = new Emitted();
        emitted.MustNotHold(numbers, [name]);
        emitted.Add("log", "Request 0af7651916cd43dd8448eb211c80319c failed at 2026-01-02T03:04:05.6789012Z");
        Assert.Empty(emitted.Found());
        emitted.Add("trace url", $"/api/v1/x{numbers.First()}9");
        emitted.Add("log line", $"hello {name}, welcome");
        Assert.Equal(["log line: a name", "trace url: a NIK or KK"], emitted.Found());
        Assert.Equal(["metric"], emitted.Unheard());
        Assert.Equal(["log", "trace", "metric", "numbers", "names"], new Emitted().Unheard());
    }

    [Fact]
    public void A_line_of_the_log_holds_no_message_of_an_exception()
    {
        var line = new StringWriter();
        var fault = new InvalidOperationException("nik 9171019901900001", new FormatException("9171019901900001"));
        new PrivateJson(TimeProvider.System).Write(
            new LogEntry<string>(LogLevel.Error, "Category", default, "It failed", fault, (state, _) => state), new LoggerExternalScopeProvider(), line);
        Assert.DoesNotContain("9171019901900001", line.ToString(), StringComparison.Ordinal);
        var json = System.Text.Json.JsonDocument.Parse(line.ToString()).RootElement;
        Assert.Equal("It failed", json.GetProperty("says").GetString());
        Assert.Equal("System.InvalidOperationException < System.FormatException", json.GetProperty("fault").GetString());
    }
}
