namespace Regsosek.Api.AccessLog;

/// <summary>Distinct persons one agreement has been given in the last 24 hours. Used by the log's one writer only; it grows with
/// subjects, not with reads.</summary>
internal sealed class AccessBudget
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private readonly Dictionary<long, (DateTime At, int Persons)> _last = [];
    private readonly PriorityQueue<long, DateTime> _order = new();

    public long Used { get; private set; }

    /// <summary>Persons that these subjects would add.</summary>
    public long New(IReadOnlyDictionary<long, int> subjects, DateTime now)
    {
        Expire(now);
        return subjects.Sum(s => (long)Math.Max(0, s.Value - (_last.TryGetValue(s.Key, out var had) ? had.Persons : 0)));
    }

    public void Take(long subject, int persons, DateTime at)
    {
        var known = _last.TryGetValue(subject, out var had);
        if (!known) _order.Enqueue(subject, at);
        Used += Math.Max(0, persons - had.Persons);
        _last[subject] = (at, Math.Max(persons, had.Persons));
    }

    public void Expire(DateTime now)
    {
        while (_order.TryPeek(out var subject, out var oldest) && oldest <= now - Window)
        {
            _order.Dequeue();
            var (at, persons) = _last[subject];
            if (at > now - Window)
            {
                _order.Enqueue(subject, at);
                continue;
            }

            _last.Remove(subject);
            Used -= persons;
        }
    }
}
