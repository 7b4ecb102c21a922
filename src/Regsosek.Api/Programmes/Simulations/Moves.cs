using Regsosek.Api.Rules;

namespace Regsosek.Api.Programmes.Simulations;

/// <summary>How many were what, and what they would be.</summary>
internal sealed class Moves
{
    private const int Outcomes = 3;
    private readonly long[] _counts = new long[Outcomes * Outcomes];

    public void Add(Kleene before, Kleene after) => _counts[((int)before * Outcomes) + (int)after]++;

    public void Add(Moves other)
    {
        for (var i = 0; i < _counts.Length; i++) _counts[i] += other._counts[i];
    }

    public StandingMoves View(Func<long, long> shown) => new(
        shown(Sum(b => b == Kleene.True)), shown(Sum(a: a => a == Kleene.True)), shown(Sum(b => b == Kleene.True, a => a == Kleene.True)),
        shown(Sum(b => b != Kleene.True, a => a == Kleene.True)), shown(Sum(b => b == Kleene.True, a => a == Kleene.False)),
        shown(Sum(b => b == Kleene.Unknown)), shown(Sum(a: a => a == Kleene.Unknown)));

    private long Sum(Func<Kleene, bool>? b = null, Func<Kleene, bool>? a = null)
    {
        var sum = 0L;
        foreach (var before in Enum.GetValues<Kleene>())
            foreach (var after in Enum.GetValues<Kleene>())
                if (b?.Invoke(before) != false && a?.Invoke(after) != false) sum += _counts[((int)before * Outcomes) + (int)after];
        return sum;
    }
}
