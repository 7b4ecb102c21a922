using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Partners;

/// <summary>The hub's own token keys as the key ring has them now, the newest first: it signs, all of them validate.</summary>
public sealed class SigningKeys(LiveKeyRing keys) : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>,
    IConfigureNamedOptions<JwtBearerOptions>, IOptionsChangeTokenSource<JwtBearerOptions>
{
    private volatile Made _made = Make(keys.Current);

    /// <summary>Another object when the keys are others: what was found good by them is forgotten then.</summary>
    public IReadOnlyList<SecurityKey> Current
    {
        get
        {
            var ring = keys.Current;
            return (_made.Ring == ring ? _made : _made = Make(ring)).Keys;
        }
    }

    string? IOptionsChangeTokenSource<OpenIddictServerOptions>.Name => Options.DefaultName;

    string? IOptionsChangeTokenSource<JwtBearerOptions>.Name => JwtBearerDefaults.AuthenticationScheme;

    public IChangeToken GetChangeToken() => keys.Changed;

    public void Configure(OpenIddictServerOptions options)
    {
        foreach (var key in Current) options.SigningCredentials.Add(new(key, SecurityAlgorithms.EcdsaSha256));
        var secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Current.Cursor, 32, info: "token-encryption"u8.ToArray());
        options.EncryptionCredentials.Add(
            new(new SymmetricSecurityKey(secret), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    public void Configure(string? name, JwtBearerOptions options) =>
        options.TokenValidationParameters.IssuerSigningKeys = Current;

    public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);

    private sealed record Made(KeyRing Ring, IReadOnlyList<SecurityKey> Keys);

    /// <summary>Those that sign, the newest first, under the names that /.well-known/jwks gives them; then those that did once, public parts only.</summary>
    public static IReadOnlyList<ECDsaSecurityKey> WithFormer(KeyRing ring) =>
        [.. ring.Signing.AsEnumerable().Reverse().Select(Key), .. ring.FormerSigners.Select(PublicKey)];

    private static Made Make(KeyRing ring) => new(ring, [.. ring.Signing.AsEnumerable().Reverse().Select(Key)]);

    private static ECDsaSecurityKey Key(byte[] pkcs8)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);

        return Named(key);
    }

    private static ECDsaSecurityKey PublicKey(byte[] info)
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(info, out _);
        return Named(key);
    }

    /// <summary>Named by itself, so that the name stays when an older key goes.</summary>
    private static ECDsaSecurityKey Named(ECDsa key) =>
        new(key) { KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16] };
}
