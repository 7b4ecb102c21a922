using Regsosek.Api.Reference;

namespace Regsosek.Tests.Schema;

/// <summary>The contracts in schema/ are what the code says; eng/golden.sh rewrites them, and the diff is reviewed.</summary>
[Collection(SharedHub.Name)]
public sealed class ContractTests(TestHub hub)
{
    public static TheoryData<string> Files => ["access.json", "db/postgres.sql", "db/sqlite.sql", "db/sqlserver.sql", "openapi.v1.json", "problems.json", "registry.graphql"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_contract_as_a_file_is_up_to_date(string name)
    {
        var text = (await Contracts.Of(hub.App, default))[name];
        var file = Path.Combine(Folders.Root, "schema", name);
        Assert.True(File.Exists(file), $"schema/{name} is missing: run eng/golden.sh.");
        Assert.True(await File.ReadAllTextAsync(file) == text, $"schema/{name} is out of date: run eng/golden.sh and look at the diff.");
    }

    [Fact]
    public async Task No_contract_is_left_out_of_the_files() =>
        Assert.Equal((await Contracts.Of(hub.App, default)).Keys.Order(), Files.Select(row => row.Data).Order());

    [Theory]
    [InlineData("LookupRequest")]
    [InlineData("LookupBatchRequest")]
    [InlineData("LookupAnswer")]
    [InlineData("HouseholdEndpointsHouseholdPage")]
    [InlineData("ChangeAgreementRequest")]
    [InlineData("ProblemDetails")]
    public async Task Swagger_shows_an_example_with_members_that_the_schema_has(string name)
    {
        var schema = (await hub.Anyone().Json("/swagger/v1/swagger.json")).GetProperty("components").GetProperty("schemas").GetProperty(name);
        var example = Assert.Single(schema.GetProperty("examples").EnumerateArray());
        Assert.NotEmpty(example.EnumerateObject());

        // A problem carries named members of its own.
        if (name == "ProblemDetails") return;
        var known = schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).ToHashSet();
        Assert.All(example.EnumerateObject(), member => Assert.Contains(member.Name, known));
    }

    [Fact]
    public async Task Swagger_serves_the_same_document()
    {
        var served = await hub.Anyone().Json("/swagger/v1/swagger.json");
        Assert.StartsWith("3.1", served.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Contains("one household is one family", served.GetProperty("info").GetProperty("description").GetString(), StringComparison.Ordinal);
        foreach (var path in served.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var responses = operation.Value.GetProperty("responses");
                Assert.True(operation.Value.TryGetProperty("summary", out _), path.Name);
                if (!operation.Value.TryGetProperty("security", out _)) continue;
                Assert.True(responses.TryGetProperty("401", out _) && responses.TryGetProperty("403", out _), path.Name);
            }
        }
    }
}
