using System.Collections.Concurrent;
using System.Data.Common;
using Quartz;
using Regsosek.Api.Programmes.Publication;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Graph;

/// <summary>A hub whose statements are kept.</summary>
public sealed class HeardHub : OverheardHub
{
    private readonly ConcurrentQueue<string> _statements = new();

    protected override double Scale => 0.01;

    /// <summary>What a clock begins would be heard as if somebody had asked it.</summary>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await (await Get<ISchedulerFactory>().GetScheduler()).UnscheduleJobs(GroupMatcher<TriggerKey>.AnyGroup());
        await Get<PublishedProgrammes>().StopAsync(default);
    }

    /// <summary>Every statement since, in order.</summary>
    public IReadOnlyList<string> Heard => [.. _statements];

    public void Forget() => _statements.Clear();

    /// <summary>How many statements read a table first of all.</summary>
    public int Statements(string table) => _statements.Count(sql => sql.Split("FROM \"", 2) is [_, var from] && from.StartsWith($"{table}\"", StringComparison.Ordinal));

    protected override void Hear(DbCommand command) => _statements.Enqueue(command.CommandText);
}
