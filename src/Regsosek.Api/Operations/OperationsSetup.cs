using Microsoft.Extensions.Logging.Console;

namespace Regsosek.Api.Operations;

/// <summary>Health, telemetry and logs, put into the hub.</summary>
public static class OperationsSetup
{
    public static void AddOperations(this WebApplicationBuilder builder, OperationsSettings settings)
    {
        // Addresses may hold what should not be there: the hub logs routes and ids, not every request with its URL.
        foreach (var talkative in (string[])["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "OpenIddict", "Quartz"])
            builder.Logging.AddFilter(talkative, LogLevel.Warning);
        builder.Logging.AddConsoleFormatter<PrivateJson, ConsoleFormatterOptions>();
        if ((settings.Logs ?? (builder.Environment.IsDevelopment() ? LogFormat.Text : LogFormat.Json)) == LogFormat.Json)
            builder.Services.Configure<ConsoleLoggerOptions>(o => o.FormatterName = PrivateJson.FormatterName);
        builder.Services.AddTelemetry(settings);
        builder.Services.AddSingleton<Readiness>();

        // Before the other services that start: it ends after them, and tells meanwhile that they are ending.
        builder.Services.AddSingleton<OperationsListener>();
        builder.Services.AddHostedService(sp => sp.GetRequiredService<OperationsListener>());
    }
}
