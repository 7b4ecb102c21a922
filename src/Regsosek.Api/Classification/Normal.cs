namespace Regsosek.Api.Classification;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    private const double RootOfTwoPi = 2.5066282746310005024;

    /// <summary>Share below <paramref name="x"/>, to the last digits of a double, by the series of the odd double factorials (Marsaglia
    /// 2004).</summary>
    public static double Below(double x)
    {
        // Beyond, the share differs from 0 or 1 by less than a double can add to one half.
        if (x < -8.3) return 0;
        if (x > 8.3) return 1;
        var (sum, before, term) = (x, 0.0, x);
        for (var i = 3; sum != before; i += 2)
        {
            before = sum;
            term *= x * x / i;
            sum += term;
        }

        return 0.5 + sum * Math.Exp(-x * x / 2) / RootOfTwoPi;
    }
}
