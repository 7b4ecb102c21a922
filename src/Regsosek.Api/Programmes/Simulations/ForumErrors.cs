using System.Runtime.InteropServices;
using Regsosek.Api.Rules;

namespace Regsosek.Api.Programmes.Simulations;

/// <summary>Families of a village by what the forum said and what a version says.</summary>
internal struct VillageErrors
{
    public long InNeed, Missed, Entitled, NotInNeed;

    public void Add(bool inNeed, Kleene outcome)
    {
        var entitled = outcome == Kleene.True;
        if (inNeed) InNeed++;
        if (inNeed && !entitled) Missed++;
        if (entitled) Entitled++;
        if (entitled && !inNeed) NotInNeed++;
    }

    public void Add(in VillageErrors other) =>
        (InNeed, Missed, Entitled, NotInNeed) = (InNeed + other.InNeed, Missed + other.Missed, Entitled + other.Entitled, NotInNeed + other.NotInNeed);
}

/// <summary>Exclusion and inclusion error with their uncertainty. Villages are drawn anew, not families: one forum judges all the families of its village.</summary>
internal sealed class ForumErrors
{
    private const int Samples = 1000;
    private readonly Dictionary<string, (VillageErrors Before, VillageErrors After)> _villages = [];

    public long Families { get; private set; }

    public void Add(string village, bool inNeed, Kleene before, Kleene after)
    {
        ref var errors = ref CollectionsMarshal.GetValueRefOrAddDefault(_villages, village, out _);
        errors.Before.Add(inNeed, before);
        errors.After.Add(inNeed, after);
        Families++;
    }

    public void Add(ForumErrors other)
    {
        foreach (var (village, errors) in other._villages)
        {
            ref var mine = ref CollectionsMarshal.GetValueRefOrAddDefault(_villages, village, out _);
            mine.Before.Add(errors.Before);
            mine.After.Add(errors.After);
        }

        Families += other.Families;
    }

    /// <param name="seed">The same draws for the same draft.</param>
    /// <param name="digits">Of a share.</param>
    public (BeforeAndAfter Exclusion, BeforeAndAfter Inclusion) Shares(int seed, int digits)
    {
        // In the order of their codes: which worker counted a village first must not tell.
        (VillageErrors Before, VillageErrors After)[] villages = [.. _villages.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Value)];
        var draws = new Random(seed);
        var samples = new (VillageErrors Before, VillageErrors After)[villages.Length < 2 ? 0 : Samples];
        for (var s = 0; s < samples.Length; s++)
        {
            for (var i = 0; i < villages.Length; i++)
            {
                ref var drawn = ref villages[draws.Next(villages.Length)];
                samples[s].Before.Add(drawn.Before);
                samples[s].After.Add(drawn.After);
            }
        }

        var whole = villages.Aggregate(default((VillageErrors Before, VillageErrors After)), (sum, v) =>
        {
            sum.Before.Add(v.Before);
            sum.After.Add(v.After);
            return sum;
        });
        return (
            new(Of(whole.Before, samples.Select(s => s.Before), Missed, digits), Of(whole.After, samples.Select(s => s.After), Missed, digits)),
            new(Of(whole.Before, samples.Select(s => s.Before), NotInNeed, digits), Of(whole.After, samples.Select(s => s.After), NotInNeed, digits)));
    }

    private static double? Missed(VillageErrors errors) => Share(errors.Missed, errors.InNeed);

    private static double? NotInNeed(VillageErrors errors) => Share(errors.NotInNeed, errors.Entitled);

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;

    private static ErrorView Of(VillageErrors whole, IEnumerable<VillageErrors> samples, Func<VillageErrors, double?> share, int digits)
    {
        double[] drawn = [.. samples.Select(share).OfType<double>().Order()];
        return new(Shown(share(whole)), At(0.025), At(0.975));

        double? At(double part) => drawn.Length == 0 ? null : Shown(drawn[(int)(drawn.Length * part)]);
        double? Shown(double? exact) => exact is { } value ? Math.Round(value, digits) : null;
    }
}
