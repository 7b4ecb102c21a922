using Microsoft.EntityFrameworkCore;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Graph;

/// <summary>What a caller is told of a fault inside.</summary>
[OnEveryEngine]
public sealed class GraphFaults(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task A_fault_inside_is_told_as_such_and_no_more()
    {
        await using (var registry = hub.Registry()) await registry.Database.ExecuteSqlRawAsync("""ALTER TABLE "Scores" RENAME TO "Elsewhere" """);
        var answer = await (await hub.As("kemensos")).Ask("{households(first:1){nodes{id classifications{decile}}}}");
        var error = answer.Error("server-error");
        Assert.Equal(["code", "status", "type"], error.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal("Something went wrong here", answer.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.True(answer.GetProperty("data").GetProperty("households").GetProperty("nodes")[0].GetProperty("classifications").IsNull());
        Assert.DoesNotContain("Scores", answer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", answer.GetRawText(), StringComparison.Ordinal);
    }
}
