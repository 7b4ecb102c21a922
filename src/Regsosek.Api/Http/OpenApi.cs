using Microsoft.OpenApi;
using Regsosek.Api.Access;

namespace Regsosek.Api.Http;

/// <summary>OpenAPI 3.1 at /swagger/v1/swagger.json and Swagger UI at /swagger, all from our own host.</summary>
public static class OpenApi
{
    private static readonly ContentPolicy Page = new("default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

    public static void AddOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "Regsosek social-registry hub",
                Version = "v1",
                Description =
                    "Households (one household is one family, keluarga), their classification and their eligibility, "
                    + "as each partner's data-sharing agreement shows them. "
                    + "v1 only grows: readers ignore members they do not know.",
            });
            foreach (var xml in Directory.EnumerateFiles(AppContext.BaseDirectory, "Regsosek.*.xml")) swagger.IncludeXmlComments(xml);
            swagger.SupportNonNullableReferenceTypes();
            swagger.NonNullableReferenceTypesAsRequired();
            swagger.CustomSchemaIds(type => type.IsNested ? type.DeclaringType!.Name + type.Name : type.Name);
            swagger.AddSecurityDefinition("oauth2", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2,
                Description = "Client credentials of a partner; in the demonstration the secret is the client's id followed by -demo.",
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow
                    {
                        TokenUrl = new Uri("/connect/token", UriKind.Relative),
                        Scopes = Scopes.All.ToDictionary(s => s, s => s)
                    },
                },
            });
            swagger.OperationFilter<OpenApiOperations>();
            swagger.SchemaFilter<OpenApiSchemas>();
        });
    }

    public static void UseOpenApi(this WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/swagger", StringComparison.Ordinal), pages => UsePages(pages, app.Environment));

    private static void UsePages(IApplicationBuilder app, IHostEnvironment environment)
    {
        app.UseSwagger(o => o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);

        // The page takes a client's secret into a browser: that is for the demonstration's alone.
        if (!environment.IsDevelopment()) return;
        app.Use((http, next) =>
        {
            http.Features.Set(Page);
            return next(http);
        });
        app.UseSwaggerUI(ui =>
        {
            ui.SwaggerEndpoint("/swagger/v1/swagger.json", "Regsosek v1");
            ui.DocumentTitle = "Regsosek API";
        });
    }
}
