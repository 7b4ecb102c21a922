using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Regsosek.Api.Access;

/// <summary>Tokens whose signature, issuer, audience and type were found good, until they expire, by the SHA-256 of the whole token. Only that:
/// the agreement, and whether the client is suspended, are read at every request. Good for the very keys they were checked by and no others.</summary>
public sealed class ValidatedTokens(TimeProvider clock)
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<UInt256, (AuthenticationTicket Ticket, DateTimeOffset Until, object Keys)> _known = new();

    public AuthenticationTicket? Find(ReadOnlySpan<char> token, object keys) =>
        _known.TryGetValue(UInt256.Of(token), out var known) && ReferenceEquals(known.Keys, keys) && clock.GetUtcNow() < known.Until ? known.Ticket : null;

    /// <summary>Remembers a good one. <paramref name="keys"/> stands for the keys it was checked by.</summary>
    public void Add(ReadOnlySpan<char> token, AuthenticationTicket ticket, DateTimeOffset until, object keys)
    {
        if (_known.Count >= Most) Forget();
        _known[UInt256.Of(token)] = (ticket, until, keys);
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (token, (_, until, _)) in _known)
        {
            if (until <= now) _known.TryRemove(token, out _);
        }

        if (_known.Count >= Most) _known.Clear();
    }

    private readonly record struct UInt256(UInt128 High, UInt128 Low)
    {
        public static UInt256 Of(ReadOnlySpan<char> token)
        {
            Span<byte> bytes = stackalloc byte[4096];
            if (Encoding.UTF8.GetByteCount(token) > bytes.Length) bytes = new byte[Encoding.UTF8.GetByteCount(token)];
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(token, bytes)], hash);
            return new(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
        }
    }
}

/// <summary>The bearer handler of ASP.NET Core, which checks a token once and not at every request.</summary>
public sealed class RememberingJwtBearer(
    IOptionsMonitor<JwtBearerOptions> options, ILoggerFactory logger, UrlEncoder encoder, ValidatedTokens tokens)
    : JwtBearerHandler(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header is not [{ } text] || !text.StartsWith(Bearer, StringComparison.Ordinal)) return await base.HandleAuthenticateAsync();
        var keys = await Keys();
        if (tokens.Find(text.AsSpan(Bearer.Length), keys) is { } known) return AuthenticateResult.Success(known);
        var result = await base.HandleAuthenticateAsync();

        // The keys of an outside issuer may have been read anew meanwhile; then the next request checks once more.
        if (result.Succeeded && result.Properties?.ExpiresUtc is { } until && ReferenceEquals(await Keys(), keys))
            tokens.Add(text.AsSpan(Bearer.Length), result.Ticket, until, keys);
        return result;
    }

    /// <summary>The very object that holds the keys in force: another one when they change.</summary>
    private async Task<object> Keys() => Options.ConfigurationManager is { } issuer
        ? await issuer.GetConfigurationAsync(Context.RequestAborted)
        : Options.TokenValidationParameters.IssuerSigningKeys;
}
