using System.CommandLine;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>Runs a verb on the hub's own services, without listening. A fault is one line and exit code 2.</summary>
public static class Work
{
    /// <summary>Adds the action; settings such as --Data:Path=... are taken as the server takes them.</summary>
    public static Command Does(this Command verb, Func<WebApplication, ParseResult, CancellationToken, Task<int>> work)
    {
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction(async (parsed, stop) =>
        {
            try
            {
                await using var app = Hub.Build(["--Logging:LogLevel:Default=Warning", .. parsed.UnmatchedTokens]);
                return await work(app, parsed, stop);
            }
            catch (Exception fault) when (fault is InvalidOperationException or IOException or FormatException or InvalidDataException or UnauthorizedAccessException)
            {
                AnsiConsole.MarkupLineInterpolated($"[red]{fault.Message}[/]");
                return 2;
            }
        });
        return verb;
    }
}
