namespace Regsosek.Api.Rules;

/// <summary>Three-valued truth (Kleene): what cannot be known stays unknown, and is never taken for no.</summary>
public enum Kleene
{
    /// <summary>Known not to hold.</summary>
    False = 0,

    /// <summary>A fact is missing, too old or answered with "don't know", and the rest does not decide.</summary>
    Unknown = 1,

    /// <summary>Known to hold.</summary>
    True = 2,
}

internal static class KleeneLogic
{
    public static Kleene And(this Kleene a, Kleene b) => a < b ? a : b;

    public static Kleene Or(this Kleene a, Kleene b) => a > b ? a : b;

    public static Kleene Not(this Kleene a) => Kleene.True - (int)a;

    public static Kleene Of(bool known) => known ? Kleene.True : Kleene.False;

    /// <summary>A comparison of a number of which only the bounds are known. Every operator is monotone, or equality.</summary>
    public static Kleene Compare(int lower, int upper, Op op, int value) => op switch
    {
        Op.Equal when lower == upper => Of(lower == value),
        Op.Equal => value < lower || value > upper ? Kleene.False : Kleene.Unknown,
        Op.NotEqual => Compare(lower, upper, Op.Equal, value).Not(),
        _ => (op.Holds(lower, value), op.Holds(upper, value)) switch
        {
            (true, true) => Kleene.True,
            (false, false) => Kleene.False,
            _ => Kleene.Unknown,
        },
    };
}
