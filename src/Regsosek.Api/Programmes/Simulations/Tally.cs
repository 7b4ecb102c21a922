using System.Runtime.InteropServices;
using Regsosek.Api.Rules;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes.Simulations;

/// <summary>What a simulation counts; several are filled side by side and added up.</summary>
internal sealed class Tally(Comparison comparison)
{
    private readonly Dictionary<(string By, string Code), Moves> _moves = [];
    private readonly Dictionary<(string Unit, string Per), (decimal Before, decimal After, bool Verified)> _cost = [];
    private readonly long[] _both = new long[comparison.Excluded.Count];
    private long _receiving, _entitled, _entitledNot, _leaving, _unknown;

    public long Families { get; private set; }
    public Moves Whole { get; } = new();
    public ForumErrors Forum { get; } = new();
    public IReadOnlyDictionary<(string By, string Code), Moves> Moves => _moves;
    public IReadOnlyDictionary<(string Unit, string Per), (decimal Before, decimal After, bool Verified)> Cost => _cost;
    public IReadOnlyList<long> Both => _both;

    /// <param name="receiving">Keys of who receives: the family, or its persons.</param>
    /// <param name="inNeed">What the forum's run says; null where it says nothing of the family.</param>
    public void Add(Household family, IReadOnlySet<long> receiving, bool? inNeed)
    {
        Families++;
        var (was, will) = (Kleene.False, Kleene.False);
        (string By, string Code)[] groups = [.. comparison.Groups.Of(family, comparison.Caller)];
        foreach (var person in comparison.Subjects(family))
        {
            var (before, after) = (comparison.Was(family, person), comparison.Will(family, person));
            (was, will) = (was.Or(before), will.Or(after));
            Whole.Add(before, after);
            foreach (var group in groups)
            {
                ref var moves = ref CollectionsMarshal.GetValueRefOrAddDefault(_moves, group, out _);
                (moves ??= new()).Add(before, after);
            }

            Receives(receiving.Contains(person?.Key ?? family.Key), after);
            if (before == Kleene.True) Pay(comparison.Before!, family, person, (paid, amount) => paid with { Before = paid.Before + amount });
            if (after != Kleene.True) continue;
            Pay(comparison.After, family, person, (paid, amount) => paid with { After = paid.After + amount });
            for (var i = 0; i < _both.Length; i++)
                if (comparison.IsEntitledTo(comparison.Excluded[i], family, person)) _both[i]++;
        }

        if (inNeed is { } said) Forum.Add(family.VillageCode, said, was, will);
    }

    public void Add(Tally other)
    {
        Families += other.Families;
        Whole.Add(other.Whole);
        Forum.Add(other.Forum);
        foreach (var (group, counted) in other._moves)
        {
            ref var moves = ref CollectionsMarshal.GetValueRefOrAddDefault(_moves, group, out _);
            (moves ??= new()).Add(counted);
        }

        foreach (var (of, paid) in other._cost)
        {
            var (before, after, verified) = _cost.GetValueOrDefault(of, (0, 0, true));
            _cost[of] = (before + paid.Before, after + paid.After, verified && paid.Verified);
        }

        for (var i = 0; i < _both.Length; i++) _both[i] += other._both[i];
        (_receiving, _entitled, _entitledNot) = (_receiving + other._receiving, _entitled + other._entitled, _entitledNot + other._entitledNot);
        (_leaving, _unknown) = (_leaving + other._leaving, _unknown + other._unknown);
    }

    public ReceivingView Receiving(string period, Func<long, long> shown) =>
        new(period, shown(_receiving), shown(_entitled), shown(_entitledNot), shown(_leaving), shown(_unknown));

    private void Receives(bool receives, Kleene after)
    {
        if (!receives)
        {
            if (after == Kleene.True) _entitledNot++;
            return;
        }

        _receiving++;
        if (after == Kleene.True) _entitled++;
        else if (after == Kleene.False) _leaving++;
        else _unknown++;
    }

    private void Pay(
        ProgrammeVersion version, Household family, Person? person,
        Func<(decimal Before, decimal After, bool Verified), decimal, (decimal Before, decimal After, bool Verified)> add)
    {
        // The first amount of a component is the one that the limits compare; the others say the same in other parts of the year.
        var entitlement = Entitlement.Of(version.Benefit, family, person, comparison.On);
        var amounts = entitlement.Components.Where(c => c.Paid == true).Select(c => c.Amounts[0]).Concat(entitlement.Amounts.Where(a => a.Where is null).Take(1));
        foreach (var amount in amounts)
        {
            ref var paid = ref CollectionsMarshal.GetValueRefOrAddDefault(_cost, (amount.Unit, amount.Per), out var isKnown);
            if (!isKnown) paid.Verified = true;
            paid = add(paid, amount.Value) with { Verified = paid.Verified && amount.Verified };
        }
    }
}
