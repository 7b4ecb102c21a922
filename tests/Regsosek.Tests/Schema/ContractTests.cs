using Regsosek.Api.Reference;

namespace Regsosek.Tests.Schema;

/// <summary>The contracts in schema/ are what the code says; eng/golden.sh rewrites them, and the diff is reviewed.</summary>
[Collection(SharedHub.Name)]
public sealed class ContractTests(TestHub hub)
{
    [Fact]
    public async Task The_contracts_as_files_are_up_to_date()
    {
        foreach (var (name, text) in await Contracts.Of(hub.App, default))
        {
            var file = Path.Combine(Folders.Root, "schema", name);
            Assert.True(File.Exists(file) && await File.ReadAllTextAsync(file) == text, $"schema/{name} is out of date: run eng/golden.sh and look at the diff.");
        }
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
                if (operation.Value.TryGetProperty("security", out _)) Assert.True(responses.TryGetProperty("401", out _) && responses.TryGetProperty("403", out _), path.Name);
            }
        }
    }
}
