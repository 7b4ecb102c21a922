using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Providers;

namespace Regsosek.Data.AccessLog;

/// <summary>Where the chain ends: the next sequence, the hash it goes on from, the last instant, and the entries of the open segment.</summary>
public sealed record AccessTail(long Next, byte[] Hash, DateTime At, long Open, IReadOnlyList<AccessEntry> Entries);

/// <summary>A segment on its way into the store, with its index.</summary>
public sealed record ClosedSegment(AccessSegment Segment, IReadOnlyList<AccessPosting> Postings);

/// <summary>The writing end of the access log: one connection, held as long as the hub runs, and with it the sole right to write.
/// Used by one thread.</summary>
public abstract class AccessStore(Registry registry) : IDisposable
{
    public const string Name = "access-log";

    protected Registry Registry => registry;

    /// <summary>False when the connection is gone, and with it the right to write.</summary>
    public abstract bool IsUsable { get; }

    /// <summary>Opens the log for writing.</summary>
    /// <param name="wait">How long to wait for another hub to end, and for locks of the database afterwards.</param>
    /// <exception cref="InvalidOperationException">Another hub writes the log of this database.</exception>
    public static AccessStore Open(Registries registries, TimeSpan wait)
    {
        var registry = registries.For(Caller.System("access log"));
        try
        {
            AccessStore store = registries.Engine switch
            {
                Engine.Sqlite => new SqliteAccessStore(registry, wait),
                Engine.PostgreSql => new PostgresAccessStore(registry, wait),
                _ => new SqlServerAccessStore(registry, wait),
            };
            if (!registry.KeyBlocks.Any(k => k.Name == Name))
            {
                registry.KeyBlocks.Add(new KeyBlock { Name = Name, Next = 1 });
                registry.SaveChanges();
                registry.ChangeTracker.Clear();
            }

            return store;
        }
        catch
        {
            registry.Dispose();
            throw;
        }
    }

    /// <summary>Writes entries and closed segments durably, all or nothing.</summary>
    /// <exception cref="InvalidOperationException">Somebody else has written meanwhile.</exception>
    public abstract void Append(IReadOnlyList<AccessEntry> entries, IReadOnlyList<ClosedSegment> closed);

    /// <summary>The end of the chain as it is stored.</summary>
    /// <exception cref="InvalidOperationException">The last entry is missing.</exception>
    public AccessTail Tail()
    {
        var next = registry.KeyBlocks.Where(k => k.Name == Name).Select(k => k.Next).Single();
        var last = registry.AccessSegments.AsNoTracking().OrderByDescending(s => s.First).FirstOrDefault();
        var open = last is null ? 1 : last.Last + 1;
        var entries = registry.AccessEntries.AsNoTracking().Where(e => e.Sequence >= open).OrderBy(e => e.Sequence).ToList();
        if (next != open + entries.Count || (entries.Count > 0 && entries[^1].Sequence != next - 1))
            throw new InvalidOperationException($"The access log does not end at entry {next - 1}, as it should (verb: accesslog verify).");
        return entries.Count > 0
            ? new(next, entries[^1].Hash, entries[^1].At, open, entries)
            : new(next, last?.LastHash ?? new byte[32], last?.ClosedAt ?? DateTime.MinValue, open, entries);
    }

    /// <summary>What was charged by entries from a sequence on, in order.</summary>
    public IEnumerable<(int Agreement, DateTime At, byte[] Subjects)> Charged(long from) =>
        registry.AccessEntries.AsNoTracking().Where(e => e.Sequence >= from).OrderBy(e => e.Sequence)
            .Select(e => new ValueTuple<int, DateTime, byte[]>(e.AgreementKey, e.At, e.Subjects)).AsEnumerable();

    /// <summary>The first entry after an instant; null when there is none.</summary>
    public long? FirstSince(DateTime since) => registry.AccessEntries.Where(e => e.At > since).Min(e => (long?)e.Sequence);

    protected void Insert(IReadOnlyList<ClosedSegment> closed)
    {
        registry.Insert(closed.Select(c => c.Segment).ToList()).GetAwaiter().GetResult();
        registry.Insert(closed.SelectMany(c => c.Postings).ToList()).GetAwaiter().GetResult();
    }

    protected static InvalidOperationException AnotherHub() =>
        new("Another hub writes the access log of this database. Run one hub for a database.");

    protected static InvalidOperationException Moved() => new("Somebody else has written to the access log.");

    public virtual void Dispose()
    {
        registry.Dispose();
        GC.SuppressFinalize(this);
    }
}
