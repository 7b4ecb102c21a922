using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Enumeration;
using Regsosek.Api.Rules;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>Runs a verb on the hub's own services. A fault is one line and exit code 2.</summary>
public static partial class Work
{
    /// <summary>Adds the action of a verb; settings such as --Data:Path=... are taken as the server takes them.</summary>
    public static Command Does(this Command verb, Func<WebApplication, ParseResult, CancellationToken, Task<int>> work) =>
        Takes(verb, ["--Logging:LogLevel:Default=Warning"], work);

    public static Command Takes(Command verb, string[] settings, Func<WebApplication, ParseResult, CancellationToken, Task<int>> work)
    {
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction(async (parsed, stop) =>
        {
            try
            {
                if (parsed.UnmatchedTokens.FirstOrDefault(t => !Setting().IsMatch(t)) is { } stray)
                    throw new FormatException($"'{stray}' is neither an option nor a setting (--Name=value). See --help.");
                await using var app = Hub.Build([.. settings, .. parsed.UnmatchedTokens]);
                return await work(app, parsed, stop);
            }
            catch (Exception fault) when (
                fault is InvalidOperationException or IOException or FormatException or InvalidDataException
                    or UnauthorizedAccessException or UnusableInputException or RuleException
                    or JsonException or DbException or DbUpdateException)
            {
                AnsiConsole.MarkupLineInterpolated($"[red]{fault.Message}[/]");
                return 2;
            }
        });
        return verb;
    }

    [GeneratedRegex("^--[A-Za-z]+([:.][A-Za-z0-9.]+)*=")]
    private static partial Regex Setting();
}
