using System.Diagnostics;

namespace Regsosek.Api.Seeding;

// What is drawn by weight alone.
internal sealed class Odds<T>(params (T Value, int Weight)[] entries)
{
    private readonly int _total = entries.Sum(entry => entry.Weight);

    public T Draw(Chance chance)
    {
        var left = chance.Between(0, _total - 1);
        foreach (var (value, weight) in entries)
            if ((left -= weight) < 0) return value;
        throw new UnreachableException();
    }
}

// What improves with means: the first rung whose upper end lies above the height, or the top.
internal sealed class Ladder<T>(T top, params (T Value, double Below)[] rungs)
{
    public T At(double height)
    {
        foreach (var (value, below) in rungs)
            if (height < below) return value;
        return top;
    }
}
