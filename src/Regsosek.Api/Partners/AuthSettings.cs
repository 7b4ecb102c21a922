using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Regsosek.Api.Settings;

namespace Regsosek.Api.Partners;

/// <summary>Whose tokens the hub takes: its own or an outside issuer's.</summary>
[Section("Auth")]
public sealed class AuthSettings
{
    [Description("the issuer in the hub's own tokens: the public address, with a slash at its end")]
    public Uri Issuer { get; init; } = new("http://127.0.0.1:5080/");

    [Description("an outside issuer; switches the embedded token server off")]
    public Uri? Authority { get; init; }

    [Description("audience a token must have")]
    [MinLength(1, ErrorMessage = "is not empty.")]
    public string Audience { get; init; } = TokenServer.Audience;

    [Description("whether the outside issuer's metadata must come by HTTPS")]
    public bool RequireHttps { get; init; } = true;

    [Description("how long the hub's own tokens hold")]
    [Range(typeof(TimeSpan), "00:01:00", "02:00:00", ErrorMessage = "is between a minute and two hours.")]
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(30);
}
