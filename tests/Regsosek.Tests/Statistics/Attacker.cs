namespace Regsosek.Tests.Statistics;

/// <summary>Somebody who has every figure that can be asked for, knows how they are made but for the secret of the rounding, and works out from all sums
/// together between which bounds each cell must lie.</summary>
internal sealed class Attacker<TCell>
    where TCell : notnull
{
    private readonly Dictionary<TCell, (long Low, long High)> _bounds = [];

    /// <param name="published">Null is hidden.</param>
    /// <param name="slack">By how much a figure may be off; 0 when nothing is rounded.</param>
    /// <param name="leastShown">What is shown is not below it.</param>
    public Attacker(IEnumerable<(TCell Cell, long? Shown)> published, IEnumerable<(TCell Total, List<TCell> Parts)> sums, int slack, int leastShown)
    {
        foreach (var (cell, shown) in published) _bounds[cell] = shown is { } near ? (Math.Max(near - slack, leastShown), near + slack) : (0, 1_000_000);
        var all = sums.ToList();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var sum in all) changed |= Tighten(sum);
        }
    }

    public (long Low, long High) this[TCell cell] => _bounds[cell];

    private bool Tighten((TCell Total, List<TCell> Parts) sum)
    {
        var low = sum.Parts.Sum(p => _bounds[p].Low);
        var high = sum.Parts.Sum(p => _bounds[p].High);
        var changed = Narrow(sum.Total, low, high);
        var total = _bounds[sum.Total];
        foreach (var part in sum.Parts)
        {
            var own = _bounds[part];
            changed |= Narrow(part, total.Low - (high - own.High), total.High - (low - own.Low));
        }

        return changed;
    }

    private bool Narrow(TCell cell, long low, long high)
    {
        var (had, now) = (_bounds[cell], (Math.Max(_bounds[cell].Low, low), Math.Min(_bounds[cell].High, high)));
        _bounds[cell] = now;
        return had != now;
    }
}
