using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using Regsosek.Api.Access;
using Regsosek.Data.Providers;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Regsosek.Api.Partners;

/// <summary>Tokens: the embedded server (OpenIddict, client credentials) or, when <c>Auth:Authority</c> is set, an outside issuer. Either
/// way one validation.</summary>
public static class TokenServer
{
    public const string Audience = "regsosek";

    public static void AddTokens(this IServiceCollection services, AuthSettings settings, Engine engine, IHostEnvironment environment)
    {
        var authority = settings.Authority?.OriginalString;
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.Authority = authority;
            jwt.RequireHttpsMetadata = settings.RequireHttps;
            jwt.MapInboundClaims = false;
            jwt.TokenValidationParameters = new()
            {
                ValidIssuer = authority is null ? settings.Issuer.AbsoluteUri : null,
                ValidAudience = settings.Audience,
                ValidAlgorithms = authority is null ? ["ES256"] : ["ES256", "RS256", "PS256"],
                ValidTypes = authority is null ? ["at+jwt"] : ["at+jwt", "JWT"],
                ClockSkew = TimeSpan.FromSeconds(30),
            };
        });
        services.AddSingleton(new IssuedTermsReader(embedded: authority is null));
        services.AddSingleton<ValidatedTokens>();
        services.AddTransient<RememberingJwtBearer>();
        services.Configure<AuthenticationOptions>(schemes =>
            schemes.SchemeMap[JwtBearerDefaults.AuthenticationScheme].HandlerType = typeof(RememberingJwtBearer));
        if (authority is null) Embedded(services, settings, engine, environment);
    }

    private static void Embedded(IServiceCollection services, AuthSettings settings, Engine engine, IHostEnvironment environment)
    {
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(sp => sp.GetRequiredService<SigningKeys>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(sp => sp.GetRequiredService<SigningKeys>());
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>>(sp => sp.GetRequiredService<SigningKeys>());
        services.AddSingleton<IOptionsChangeTokenSource<JwtBearerOptions>>(sp => sp.GetRequiredService<SigningKeys>());
        services.AddOpenIddict()
        .AddCore(core => Store(core.UseEntityFrameworkCore(), engine))
        .AddServer(server =>
        {
            server.SetIssuer(settings.Issuer).SetTokenEndpointUris("connect/token").AllowClientCredentialsFlow()
                .SetAccessTokenLifetime(settings.TokenLifetime).DisableAccessTokenEncryption().DisableTokenStorage().DisableAuthorizationStorage()
                .RegisterScopes([.. Scopes.All]).IgnoreScopePermissions();
            server.AddEventHandler<HandleTokenRequestContext>(h => h.UseScopedHandler<IssueToken>());
            server.AddEventHandler<ProcessAuthenticationContext>(h => h.UseScopedHandler<RefuseReplay>().SetOrder(int.MaxValue - 1000));
            var host = server.UseAspNetCore();
            if (environment.IsDevelopment()) host.DisableTransportSecurityRequirement();
        });
    }

    private static void Store(OpenIddictEntityFrameworkCoreBuilder store, Engine engine) => _ = engine switch
    {
        Engine.Sqlite => store.UseDbContext<SqliteRegistry>(),
        Engine.PostgreSql => store.UseDbContext<PostgresRegistry>(),
        _ => store.UseDbContext<SqlServerRegistry>(),
    };
}
