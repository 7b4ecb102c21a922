using System.CommandLine;
using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>accesslog verify: recomputes the chain.</summary>
public static class AccessLogVerb
{
    public static Command Command() => new("accesslog", "The access log.")
    {
        new Command("verify",
            "Recomputes the hash chain and the Merkle roots; names the first altered or missing entry. Exit code 1 when there is one.")
            .Does(async (app, _, stop) =>
        {
            var verdict = await VerifyAccessLog.Run(app.Services.GetRequiredService<Registries>(), null, stop);
            AnsiConsole.WriteLine(verdict.Fault is null
                ? $"{verdict.Entries:N0} entries hold, {verdict.Segments:N0} closed segments."
                : $"{verdict.Fault} {verdict.Entries:N0} entries before it hold.");
            return verdict.Fault is null ? 0 : 1;
        }),
    };
}
