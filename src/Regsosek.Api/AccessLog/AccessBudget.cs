using System.Runtime.InteropServices;

namespace Regsosek.Api.AccessLog;

/// <summary>Distinct persons one agreement has been given in the last 24 hours. Used by the log's one writer only; it grows with
/// subjects, not with reads.</summary>
internal sealed class AccessBudget
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private readonly Dictionary<long, Given> _last = [];
    private readonly PriorityQueue<long, DateTime> _order = new();

    /// <summary>What one subject was before a charge, to take the charge back.</summary>
    public readonly record struct Before(long Subject, bool Known, Given Given);

    public readonly record struct Given(DateTime At, int Persons);

    public long Used { get; private set; }

    /// <summary>Subjects, and places in the order they expire in: what this costs in memory.</summary>
    public int Held => _last.Count + _order.Count;

    /// <summary>What these subjects would add to <see cref="Used"/>.</summary>
    public long More(IReadOnlyDictionary<long, int> subjects)
    {
        var more = 0L;
        foreach (var (subject, persons) in subjects) more += Math.Max(0, persons - _last.GetValueOrDefault(subject).Persons);
        return more;
    }

    /// <summary>Charges a subject, until it is kept or given back; the same one again within the window costs nothing.</summary>
    public Before Take(long subject, int persons, DateTime at)
    {
        ref var given = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, subject, out var known);
        var before = new Before(subject, known, given);
        Used += Math.Max(0, persons - given.Persons);
        given = new(at, Math.Max(persons, given.Persons));
        return before;
    }

    /// <summary>The charge is on record: it expires in its turn.</summary>
    public void Keep(Before before)
    {
        if (!before.Known) _order.Enqueue(before.Subject, _last[before.Subject].At);
    }

    public void GiveBack(Before before)
    {
        Used -= _last[before.Subject].Persons - before.Given.Persons;
        if (before.Known) _last[before.Subject] = before.Given;
        else _last.Remove(before.Subject);
    }

    public void Expire(DateTime now)
    {
        while (_order.TryPeek(out var subject, out var oldest) && oldest <= now - Window)
        {
            _order.Dequeue();
            var given = _last[subject];
            if (given.At > now - Window)
            {
                _order.Enqueue(subject, given.At);
                continue;
            }

            _last.Remove(subject);
            Used -= given.Persons;
        }
    }
}
