namespace Regsosek.Api.AccessLog;

/// <summary>Distinct persons one agreement has been given in the last 24 hours. Used by the log's one writer only.</summary>
internal sealed class AccessBudget
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private readonly Dictionary<long, (DateTime At, int Persons)> _last = [];
    private readonly Queue<(DateTime At, long Subject)> _order = new();

    public long Used { get; private set; }

    /// <summary>Persons that these subjects would add.</summary>
    public long New(IReadOnlyDictionary<long, int> subjects, DateTime now)
    {
        Expire(now);
        return subjects.Sum(s => (long)Math.Max(0, s.Value - (_last.TryGetValue(s.Key, out var had) ? had.Persons : 0)));
    }

    public void Take(long subject, int persons, DateTime at)
    {
        var had = _last.TryGetValue(subject, out var before) ? before.Persons : 0;
        Used += Math.Max(0, persons - had);
        _last[subject] = (at, Math.Max(persons, had));
        _order.Enqueue((at, subject));
    }

    public void Expire(DateTime now)
    {
        while (_order.TryPeek(out var oldest) && oldest.At <= now - Window)
        {
            _order.Dequeue();
            if (_last.TryGetValue(oldest.Subject, out var entry) && entry.At == oldest.At)
            {
                _last.Remove(oldest.Subject);
                Used -= entry.Persons;
            }
        }
    }
}
