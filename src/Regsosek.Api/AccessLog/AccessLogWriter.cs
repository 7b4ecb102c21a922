using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.AccessLog;
using Regsosek.Data.Providers;

namespace Regsosek.Api.AccessLog;

/// <summary>The one writer of the access log. Reads that arrive together are committed together; a read is released only when its
/// entry is durable.</summary>
public sealed class AccessLogWriter(Registries registries, TimeProvider clock, ILogger<AccessLogWriter> log) : BackgroundService
{
    internal const string Sequence = "access-log";
    private const int Batch = 512;
    private readonly Channel<AccessRead> _reads = Channel.CreateBounded<AccessRead>(4096);
    private readonly Dictionary<int, AccessBudget> _budgets = [];

    internal async Task Append(AccessRead read, CancellationToken stop)
    {
        try
        {
            await _reads.Writer.WriteAsync(read, stop);
        }
        catch (ChannelClosedException)
        {
            throw new ProblemException(Problems.LogUnavailable);
        }

        await read.Durable;
    }

    /// <summary>Persons charged to an agreement in the last 24 hours. Goes through the one writer, which alone keeps the ledger.</summary>
    public async Task<long> Used(int agreement, CancellationToken stop)
    {
        var ask = new AccessRead(Caller.Nobody with { AgreementKey = agreement, Budget = int.MaxValue }, "", "", "",
            FieldGroups.None, 0, AccessRead.Nothing);
        await Append(ask, stop);
        return ask.Used;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<AccessRead>(Batch);
        try
        {
            while (await _reads.Reader.WaitToReadAsync(stoppingToken))
            {
                batch.Clear();
                while (batch.Count < Batch && _reads.Reader.TryRead(out var read)) batch.Add(read);
                await Commit(batch);
            }
        }
        catch (OperationCanceledException)
        {
            _reads.Writer.TryComplete();
            while (_reads.Reader.TryRead(out var read)) read.Fail(new ProblemException(Problems.LogUnavailable));
        }
    }

    private async Task Commit(List<AccessRead> batch)
    {
        try
        {
            await using var registry = registries.For(Caller.System("access log"));
            var now = Instant(clock.GetUtcNow().UtcDateTime);
            var within = new List<AccessRead>(batch.Count);
            foreach (var read in batch)
            {
                var budget = await BudgetOf(registry, read.Caller.AgreementKey, now);
                budget.Expire(now);
                read.Used = budget.Used;
                if (read.IsQuestion) continue;
                var added = budget.New(read.Subjects, now);

                // What was given may be given again; but when the budget is used up, an empty answer would tell as much as a full one.
                if (budget.Used + added > read.Caller.Budget || (read.Subjects.Count == 0 && budget.Used >= read.Caller.Budget))
                {
                    read.Fail(new ProblemException(Problems.BudgetExhausted));
                    continue;
                }

                foreach (var (subject, persons) in read.Subjects) budget.Take(subject, persons, now);
                within.Add(read);
            }

            if (within.Count > 0) await Write(registry, within, now);
            foreach (var read in batch) read.Done();
        }
        catch (Exception fault)
        {
            _budgets.Clear();
            log.LogError("The access log could not be written: {Fault}", fault.GetType().Name);
            foreach (var read in batch) read.Fail(new ProblemException(Problems.LogUnavailable));
        }
    }

    /// <summary>Whole microseconds: what every engine keeps, so that the hash of an entry can be made again from what is stored.</summary>
    private static DateTime Instant(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));

    private static async Task Write(Registry registry, List<AccessRead> reads, DateTime now)
    {
        await using var transaction = await registry.Database.BeginTransactionAsync();
        var first = await KeyBlocks.Take(registry, Sequence, reads.Count);
        var previous = first == 1
            ? AccessChain.Origin
            : await registry.AccessEntries.Where(e => e.Sequence == first - 1).Select(e => e.Hash).SingleAsync();
        var entries = new List<AccessEntry>(reads.Count);
        var subjects = new List<AccessSubject>();
        foreach (var read in reads)
        {
            var entry = read.Entry(first + entries.Count, now);
            var own = read.Subjects.Select(s => new AccessSubject
            {
                Sequence = entry.Sequence,
                Subject = s.Key,
                Persons = s.Value,
                AgreementKey = entry.AgreementKey,
                At = now,
            }).ToList();
            entry.Hash = previous = AccessChain.Hash(previous, entry, own);
            entries.Add(entry);
            subjects.AddRange(own);
        }

        await registry.Insert(entries);
        await registry.Insert(subjects);
        await CloseSegments(registry, entries[^1].Sequence, now);
        await transaction.CommitAsync();
    }

    private static async Task CloseSegments(Registry registry, long last, DateTime now)
    {
        var open = (await registry.AccessSegments.MaxAsync(s => (long?)s.Last) ?? 0) + 1;
        for (; open + AccessChain.SegmentSize - 1 <= last; open += AccessChain.SegmentSize)
        {
            var end = open + AccessChain.SegmentSize - 1;
            var hashes = await registry.AccessEntries.Where(e => e.Sequence >= open && e.Sequence <= end).OrderBy(e => e.Sequence)
                .Select(e => e.Hash).ToListAsync();
            await registry.Insert([new AccessSegment { First = open, Last = end, Root = AccessChain.Root(hashes), ClosedAt = now }]);
        }
    }

    private async Task<AccessBudget> BudgetOf(Registry registry, int agreement, DateTime now)
    {
        if (_budgets.TryGetValue(agreement, out var known)) return known;
        var budget = new AccessBudget();
        var since = now - AccessBudget.Window;
        var first = await registry.AccessEntries.Where(e => e.At > since).MinAsync(e => (long?)e.Sequence) ?? long.MaxValue;
        await foreach (var s in registry.AccessSubjects.AsNoTracking().Where(s => s.Sequence >= first && s.AgreementKey == agreement)
            .OrderBy(s => s.Sequence).AsAsyncEnumerable())
            budget.Take(s.Subject, s.Persons, s.At);
        return _budgets[agreement] = budget;
    }
}
