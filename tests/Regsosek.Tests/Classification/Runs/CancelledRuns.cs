using System.Net;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Classification;
using Regsosek.Api.Classification.Runs;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Classification.Runs;

/// <summary>A run that is given up: who carries it on stops at the next checkpoint, and the ranks before it stay.</summary>
[OnEveryEngine]
public sealed class CancelledRuns(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task The_ranks_before_it_stay()
    {
        await using var registry = hub.Registry();
        var inForce = await registry.RunInForce(default);
        var office = await hub.As("bps");
        ClassificationRun? open = null;
        HttpStatusCode? second = null, ended = null;
        var stopped = await Assert.ThrowsAsync<RunStoppedException>(() => Slow().Run(new(), _ =>
        {
            if (open is not null) return;
            open = registry.Runs.AsNoTracking().Single(r => r.Open == "ID");
            second = Status(office, "/api/v1/classification/runs", "{}");
            ended = Status(office, $"/api/v1/classification/runs/{open.Id}/cancel", "");
        }));

        Assert.Contains("cancelled", stopped.Message, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (second, ended));
        Assert.Equal(inForce, await registry.RunInForce(default));
        Assert.Equal(RunState.Cancelled, (await registry.Runs.AsNoTracking().SingleAsync(r => r.Key == open!.Key)).State);
        using var again = await office.PostAsync($"/api/v1/classification/runs/{open!.Id}/cancel", null);
        await again.ShouldBe(409, "run-ended");
        using (var hidden = await (await hub.As("kemensos")).GetAsync($"/api/v1/classification/runs/{open.Id}")) await hidden.ShouldBe(404, "not-found");
    }

    private static HttpStatusCode Status(HttpClient http, string url, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = http.PostAsync(url, content).GetAwaiter().GetResult();
        return answer.StatusCode;
    }

    private Classify Slow() => new(hub.Get<Registries>(), hub.Get<PublishedModels>(), hub.Get<IReadOnlyList<WelfareScheme>>(), hub.Get<Api.Statistics.CountedAnswers>(), hub.Get<Api.Statistics.SummariseRun>(), new() { PartFamilies = 20 }, TimeProvider.System);
}
