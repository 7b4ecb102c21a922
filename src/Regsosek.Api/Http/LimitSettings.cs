using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Regsosek.Api.Settings;

namespace Regsosek.Api.Http;

/// <summary>How much of everything one request, one client and all together may take.</summary>
[Section("Limits")]
public sealed class LimitSettings
{
    [Description("for each client, or each address without a token that holds")]
    [Range(1, int.MaxValue, ErrorMessage = "is at least 1.")]
    public int RequestsPerMinute { get; init; } = 60_000;

    [Description("a request that takes longer is 503 `timed-out`; streams take as long as the client reads")]
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ErrorMessage = "is between 0.1 seconds and 10 minutes.")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    [Description("when the hub is told to stop: how long requests and streams that run may go on before they are cut")]
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "is between a second and an hour.")]
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(30);

    [Description("bytes of a request's body")]
    [Range(1024, 64 * 1024 * 1024, ErrorMessage = "is between 1 KB and 64 MB.")]
    public int BodyBytes { get; init; } = 1024 * 1024;

    [Description("bytes of a file that a partner delivers")]
    [Range(1024, 16L * 1024 * 1024 * 1024, ErrorMessage = "is between 1 KB and 16 GB.")]
    public long DeliveryBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    [Description("bytes of all headers of a request; more is 431")]
    [Range(4096, 1024 * 1024, ErrorMessage = "is between 4 KB and 1 MB.")]
    public int HeaderBytes { get; init; } = 32 * 1024;

    [Description("bytes of a request's address; more is 414 `address-too-long`")]
    [Range(1024, 64 * 1024, ErrorMessage = "is between 1 KB and 64 KB.")]
    public int AddressBytes { get; init; } = 8 * 1024;

    [Description("open connections; more are closed at once")]
    [Range(1, 1_000_000, ErrorMessage = "is at least 1.")]
    public int Connections { get; init; } = 10_000;
}
