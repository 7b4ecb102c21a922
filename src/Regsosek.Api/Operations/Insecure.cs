using System.Net;
using Microsoft.Data.SqlClient;
using Npgsql;
using Regsosek.Api.Exports;
using Regsosek.Api.Http;
using Regsosek.Api.Partners;
using Regsosek.Api.Protection;
using Regsosek.Api.Settings;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Operations;

/// <summary>What a hub outside Development does not start with. What the database itself holds of the demonstration is
/// <see cref="FirstStart"/>'s.</summary>
public static class Insecure
{
    /// <summary>A line for each, naming the setting; empty when the hub may serve.</summary>
    public static IReadOnlyList<string> Faults(IConfiguration configuration, HubSettings settings) =>
    [
        .. Listening(configuration, settings.Of<ProxySettings>()), .. Tokens(settings.Of<AuthSettings>()), .. Demonstration(configuration),
        .. Telling(configuration, settings.Of<OperationsSettings>()), .. Files(settings), .. Connection(settings),
    ];

    private static IEnumerable<string> Listening(IConfiguration configuration, ProxySettings proxy)
    {
        if (configuration["AllowedHosts"] is not { Length: > 0 } hosts || hosts.Split(';').Any(h => h.Trim() is "*" or "" or "[::]" or "0.0.0.0"))
            yield return "AllowedHosts must name the hosts by which the hub is reached (name;name), never *.";
        var ends = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).ToList();
        var urls = ends.Count > 0 ? ends : [.. (configuration["urls"] ?? Hub.DefaultUrl).Split(';')];
        if (proxy.Trusted.Count == 0 && urls.Exists(u => u is null || !u.Trim().StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
            yield return "urls has an address without TLS: listen by https (Kestrel:Certificates:Default), "
                + "or name the proxy that ends TLS in Proxy:Trusted.";
        if (configuration["http_ports"] is { Length: > 0 } && ends.Count == 0 && configuration["urls"] is null)
            yield return "http_ports opens ports without TLS: set urls.";
        if (proxy.Trusted.Any(t => t.EndsWith("/0", StringComparison.Ordinal))) yield return "Proxy:Trusted believes everybody.";
    }

    private static IEnumerable<string> Tokens(AuthSettings auth)
    {
        if (auth.Authority is null && auth.Issuer.Scheme != Uri.UriSchemeHttps) yield return "Auth:Issuer must be the public address, by https.";
        if (auth.Authority is not null && auth.Authority.Scheme != Uri.UriSchemeHttps) yield return "Auth:Authority must be https.";
        if (auth.Authority is not null && !auth.RequireHttps) yield return "Auth:RequireHttps is off: the issuer's keys could be anybody's.";
    }

    private static IEnumerable<string> Demonstration(IConfiguration configuration) => configuration.GetSection("Demo").GetChildren()
        .Where(c => !bool.TryParse(c.Value, out var on) || on).Select(c => $"{c.Path} is for Development only.");

    /// <summary>Settings by which values of persons would get into logs.</summary>
    private static IEnumerable<string> Telling(IConfiguration configuration, OperationsSettings operations)
    {
        if (configuration.GetValue("DetailedErrors", false)) yield return "DetailedErrors tells clients what happened inside.";
        foreach (var (key, value) in configuration.GetSection("Logging").AsEnumerable())
        {
            // As the framework reads a level: in any case, or its number. Elsewhere a number is no level.
            if (Enum.TryParse<LogLevel>(value, ignoreCase: true, out var level) && level < LogLevel.Information
                && (key.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase) || char.IsAsciiLetter(value[0])))
                yield return $"{key} is {value}: that level quotes values. Information is the lowest.";
        }

        if (operations.Logs == LogFormat.Text) yield return "Operations:Logs is Text, which writes the messages of exceptions: they may quote values. Json.";
    }

    private static IEnumerable<string> Files(HubSettings settings)
    {
        if (OperatingSystem.IsWindows()) yield break;
        var data = settings.Of<DataSettings>().Path;
        var keys = settings.Of<KeySettings>().Path;
        const UnixFileMode others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        var own = settings.Of<DatabaseSettings>().Provider == Engine.Sqlite && settings.Of<ConnectionSettings>().Registry is null;
        if (own && Directory.Exists(data) && (File.GetUnixFileMode(data) & others) != 0)
            yield return "Data:Path is open to every user of the machine: chmod 700.";
        var exports = settings.Of<ExportSettings>().Path;
        if (Directory.Exists(exports) && (File.GetUnixFileMode(exports) & others) != 0)
            yield return "Exports:Path is open to every user of the machine: chmod 700.";
        if (keys is not null && IsWithin(keys, exports)) yield return "Keys:Path is inside Exports:Path: whoever copies the exports has the keys.";
        if (own && keys is not null && IsWithin(keys, data)) yield return "Keys:Path is inside Data:Path: whoever copies the data has the keys.";
    }

    private static bool IsWithin(string inner, string outer) =>
        (Path.GetFullPath(inner) + "/").StartsWith(Path.GetFullPath(outer).TrimEnd('/') + "/", StringComparison.Ordinal);

    private static IEnumerable<string> Connection(HubSettings settings)
    {
        if (settings.Of<ConnectionSettings>().Registry is not { Length: > 0 } text) yield break;
        switch (settings.Of<DatabaseSettings>().Provider)
        {
            case Engine.PostgreSql:
                var postgres = new NpgsqlConnectionStringBuilder(text);
                if (!IsHere(postgres.Host) && postgres.SslMode is not (SslMode.VerifyFull or SslMode.VerifyCA))
                    yield return "ConnectionStrings:Registry reaches another machine without a checked certificate: SSL Mode=VerifyFull.";
                if (postgres.IncludeErrorDetail) yield return "ConnectionStrings:Registry has Include Error Detail, which quotes values in faults.";
                break;
            case Engine.SqlServer:
                var server = new SqlConnectionStringBuilder(text);
                if (!IsHere(server.DataSource.Split([',', '\\'])[0])
                    && (server.Encrypt == SqlConnectionEncryptOption.Optional || server.TrustServerCertificate))
                    yield return "ConnectionStrings:Registry reaches another machine without a checked certificate: "
                        + "Encrypt=Mandatory, no TrustServerCertificate.";
                break;
        }
    }

    /// <summary>Whether all of the hosts (name or address, one or several) are this machine.</summary>
    private static bool IsHere(string? hosts) => (hosts ?? "").Split(',', StringSplitOptions.TrimEntries).All(host =>
        host is "" or "." or "(local)" || host.StartsWith('/') || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)));
}
