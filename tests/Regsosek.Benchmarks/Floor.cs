using System.Buffers;
using System.CommandLine;
using System.Data.Common;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using Regsosek.Api;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Api.Partners;
using Regsosek.Api.Reference;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Regsosek.Data.Providers;

namespace Regsosek.Benchmarks;

/// <summary>floor: a minimal API that gives by hand what the hub gives to the partner kemensos.</summary>
internal static class Floor
{
    public const string Partner = "kemensos", Listens = "The floor listens on ";

    public static Command Command()
    {
        var engine = new Option<Engine>("--engine") { Required = true };
        var connection = new Option<string>("--connection") { Required = true };
        var keys = new Option<string>("--keys") { Required = true };
        var command = new Command("floor", "Serves the hub's answers by plain ADO.NET, without token, scope, mask or log.")
        { engine, connection, keys };
        command.SetAction((parsed, stop) => Serve(new(parsed.GetValue(engine), parsed.GetValue(connection)!,
            new Seal(KeyRing.Load(parsed.GetValue(keys)!)!), TimeProvider.System.Today()), stop));
        return command;
    }

    private static async Task Serve(FloorSettings settings, CancellationToken stop)
    {
        settings.Classification = await Classification(settings, stop);
        var dictionary = DataDictionary.Load(Hub.Schema);
        var (families, persons) = (new Fields<HouseholdView>(dictionary, "family"), new Fields<MemberView>(dictionary, "person"));
        var granted = FieldGroupNames.Parse(DemoPartners.Read(Hub.Schema).Single(p => p.Code == Partner).Fields);
        var (households, members) = (FloorColumn.Of(families, granted, settings), FloorColumn.Of(persons, granted, settings));
        var rest = new FloorReader(settings, households, members)
        {
            MaskedFamily = FloorColumn.Masked(families, granted, n => n),
            MaskedMember = FloorColumn.Masked(persons, granted, n => n),
        };
        var graph = new FloorReader(settings, households, members);
        var masked = Encoding.UTF8.GetString(FloorColumn.Masked(families, granted, n => $"Household.{n}"))[..^1] + ","
            + Encoding.UTF8.GetString(FloorColumn.Masked(persons, granted, n => $"Member.{n}"))[1..];

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.MapGet("/households/{id:guid}", async (Guid id, HttpContext http) =>
        {
            var answer = await rest.One(id, http.RequestAborted);
            await Send(http, answer, "", "", unwrap: true);
        });
        app.MapGet("/households", async (HttpContext http, long after = 0, int limit = 50, bool members = false) =>
        {
            var answer = await rest.Page(after, limit, members, http.RequestAborted);
            await Send(http, answer, "{\"items\":", answer.HasNext ? $",\"next\":\"{answer.Keys[^1]}\"}}" : "}");
        });
        app.MapPost("/graphql", async (HttpContext http, long after = 0, int limit = 50) =>
        {
            using var asked = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            var answer = await graph.Page(after, limit, withMembers: true, http.RequestAborted);
            await Send(http, answer, "{\"data\":{\"households\":{\"nodes\":", $"}}}},\"extensions\":{{\"masked\":{masked}}}}}");
        });
        app.MapGet("/ids", (int every, string province = "") =>
            rest.List<Guid>($"SELECT \"Id\" FROM \"Households\" WHERE \"Key\" % {every} = 0 AND \"ProvinceCode\" LIKE '{province}%'", stop));
        await app.StartAsync(stop);
        Console.WriteLine(Listens + app.Urls.Single());
        await app.WaitForShutdownAsync(stop);
    }

    private static async Task Send(HttpContext http, FloorAnswer answer, string before, string after, bool unwrap = false)
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = before.Length + answer.Length + Encoding.UTF8.GetByteCount(after) - (unwrap ? 2 : 0);
        if (unwrap)
        {
            var whole = new ArrayBufferWriter<byte>((int)answer.Length);
            answer.WriteTo(whole);
            http.Response.BodyWriter.Write(whole.WrittenSpan[1..^1]);
        }
        else
        {
            Encoding.UTF8.GetBytes(before, http.Response.BodyWriter);
            answer.WriteTo(http.Response.BodyWriter);
            Encoding.UTF8.GetBytes(after, http.Response.BodyWriter);
        }

        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private static async Task<byte[]> Classification(FloorSettings settings, CancellationToken stop)
    {
        await using DbConnection connection = settings.Engine == Engine.Sqlite
            ? new SqliteConnection(settings.Connection)
            : new NpgsqlConnection(settings.Connection);
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Scheme", "Model", "ModelVersion", "Stage", "Scope", "Coverage", "Date", "Demonstration" FROM "Runs" """;
        await using var row = await command.ExecuteReaderAsync(stop);
        await row.ReadAsync(stop);
        return JsonSerializer.SerializeToUtf8Bytes(
            new Regsosek.Api.Households.ClassificationView(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
                row.GetString(5), row.GetFieldValue<DateOnly>(6), row.GetBoolean(7)), Json.Web);
    }
}
