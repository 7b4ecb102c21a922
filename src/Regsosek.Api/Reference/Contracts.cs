using System.Text.Json;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Regsosek.Api.Access;
using Regsosek.Api.Graph;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Providers;
using Swashbuckle.AspNetCore.Swagger;

namespace Regsosek.Api.Reference;

/// <summary>The contracts that follow from the code, as text: what schema/ holds and a test compares.</summary>
public static class Contracts
{
    public static async Task<IReadOnlyDictionary<string, string>> Of(
        WebApplication app, CancellationToken stop) => new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["problems.json"] = Text(Problems.All.OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => new { p.Type, p.Status, p.Title })),
            ["access.json"] = Text(new
            {
                household = Groups(app.Services.GetRequiredService<Fields<HouseholdView>>()),
                member = Groups(app.Services.GetRequiredService<Fields<MemberView>>()),
            }),
            ["registry.graphql"] = GraphSchema.Print(app.Services),
            ["openapi.v1.json"] = await OpenApi(app, stop),
            ["db/sqlite.sql"] = Migrations(Engine.Sqlite, "Data Source=:memory:"),
            ["db/postgres.sql"] = Migrations(Engine.PostgreSql, "Host=127.0.0.1"),
            ["db/sqlserver.sql"] = Migrations(Engine.SqlServer, "Server=127.0.0.1"),
        };

    /// <summary>All migrations of an engine, on an empty database; nothing is connected to.</summary>
    private static string Migrations(Engine engine, string connection)
    {
        using var registry = new Registries(engine, connection, TimeProvider.System).For(Caller.Nobody);
        return registry.GetService<IMigrator>().GenerateScript().ReplaceLineEndings("\n").TrimStart('\uFEFF');
    }

    private static SortedDictionary<string, string> Groups<TView>(Fields<TView> fields) =>
        new(fields.All.ToDictionary(f => f.Name, f => f.Group.ToText()), StringComparer.Ordinal);

    private static string Text(object document) => JsonSerializer.Serialize(document, Json.Document) + "\n";

    private static async Task<string> OpenApi(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync("v1");
        var text = new StringWriter { NewLine = "\n" };
        document.SerializeAsV31(new Microsoft.OpenApi.OpenApiJsonWriter(text));
        await text.FlushAsync(stop);
        return text.ToString().ReplaceLineEndings("\n") + "\n";
    }
}
