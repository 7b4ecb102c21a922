using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Regsosek.Api.Operations;

/// <summary>A log line as JSON. Of an exception its types and places are written, never its messages, which may quote a value; scopes, which
/// hold addresses, are left out.</summary>
public sealed class PrivateJson(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "private-json";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("at", clock.GetUtcNow());
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("category", logEntry.Category);
            json.WriteString("says", logEntry.Formatter(logEntry.State, null));
            if (logEntry.Exception is { } fault)
            {
                json.WriteString("fault", string.Join(" < ", Chain(fault).Select(f => f.GetType().FullName)));
                json.WriteString("place", fault.StackTrace);
            }

            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
    }

    private static IEnumerable<Exception> Chain(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException) yield return fault;
    }
}
