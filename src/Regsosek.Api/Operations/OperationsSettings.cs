using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Regsosek.Api.Settings;

namespace Regsosek.Api.Operations;

/// <summary>How log lines are written.</summary>
public enum LogFormat
{
    /// <summary>An object a line, without the messages of exceptions.</summary>
    Json,

    /// <summary>For a person at the console.</summary>
    Text,
}

/// <summary>How those who run the hub look into it.</summary>
[Section("Operations")]
public sealed class OperationsSettings : IValidatableObject
{
    [Description("a second address, of this machine only, for `/metrics` (Prometheus) and for health checks with their reasons; none: there is none")]
    public Uri? Url { get; init; }

    [Description("where traces and metrics are sent by OTLP (gRPC), for example `http://127.0.0.1:4317`; none: nowhere")]
    public Uri? Otlp { get; init; }

    [Description("how log lines are written; outside Development `Json` alone")]
    public LogFormat? Logs { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url is not null && (Url.Scheme != Uri.UriSchemeHttp || !Url.IsLoopback))
            yield return new ValidationResult("is an http address of this machine (127.0.0.1).", [nameof(Url)]);
    }
}
