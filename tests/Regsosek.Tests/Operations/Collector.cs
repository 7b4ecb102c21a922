using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Regsosek.Tests.Operations;

/// <summary>Takes what is sent by OTLP over gRPC, and reads of it what a test asks: messages of opentelemetry-proto, by the numbers of their fields.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Service, byte[] Message)> _received = new();

    public Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _app = builder.Build();
        _app.MapPost("/{service}/Export", Receive);
    }

    public Uri Url => new(_app.Urls.First());

    public IEnumerable<string> Spans => Texts("opentelemetry.proto.collector.trace.v1.TraceService", 1, 2, 2, 5);
    public IEnumerable<string> Metrics => Texts("opentelemetry.proto.collector.metrics.v1.MetricsService", 1, 2, 2, 1);

    /// <summary>Everything that was sent, whatever it means.</summary>
    public IEnumerable<string> Everything => _received.Select(r => Encoding.Latin1.GetString(r.Message));

    public Task Start() => _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Receive(string service, HttpContext http)
    {
        const int Prefix = 5;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _received.Enqueue((service, body.ToArray()[Prefix..]));
        http.Response.ContentType = "application/grpc";
        await http.Response.Body.WriteAsync(new byte[Prefix]);
        http.Response.AppendTrailer("grpc-status", "0");
    }

    private IEnumerable<string> Texts(string service, params int[] path) =>
        _received.Where(r => r.Service == service).SelectMany(r => At(r.Message, path)).Select(Encoding.UTF8.GetString);

    private static IEnumerable<byte[]> At(byte[] message, int[] path) =>
        path.Length == 0 ? [message] : Fields(message).Where(f => f.Number == path[0]).SelectMany(f => At(f.Value, path[1..]));

    /// <summary>The fields of a message that have a length: texts and messages.</summary>
    private static IEnumerable<(int Number, byte[] Value)> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            switch (key & 7)
            {
                case 0: Varint(message, ref at); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                case 2:
                    var length = Varint(message, ref at);
                    yield return ((int)(key >> 3), message[at..(at + (int)length)]);
                    at += (int)length;
                    break;
                default: throw new FormatException($"wire type {key & 7}");
            }
        }
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
    }
}
