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

    /// <summary>Charges a subject; the same one again within the window costs nothing.</summary>
    public Before Take(long subject, int persons, DateTime at)
    {
        ref var given = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, subject, out var known);
        if (!known) _order.Enqueue(subject, at);
        var before = new Before(subject, known, given);
        Used += Math.Max(0, persons - given.Persons);
        given = new(at, Math.Max(persons, given.Persons));
        return before;
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

            // A charge that was taken back leaves its place in the queue.
            if (!_last.TryGetValue(subject, out var given)) continue;
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
