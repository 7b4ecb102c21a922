using System.Globalization;

namespace Regsosek.Api.Rules;

/// <summary>What a fact is compared with: a number (codes and yes/no included) or a text.</summary>
public readonly record struct Value(double Number, string? Text = null)
{
    public static Value? Of(double? number) => number is { } n ? new Value(n) : null;

    public static Value? Of(string? text) => text is null ? null : new Value(0, text);

    public override string ToString() => Text ?? Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How a fact is compared.</summary>
public enum Op
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
    Has,

    /// <summary>The negation of <see cref="Has"/>; a document writes it with <c>not</c>.</summary>
    Lacks,
}

internal static class Ops
{
    private static readonly Dictionary<string, Op> Signs = new()
    {
        ["="] = Op.Equal,
        ["!="] = Op.NotEqual,
        ["<"] = Op.Less,
        ["<="] = Op.LessOrEqual,
        [">"] = Op.Greater,
        [">="] = Op.GreaterOrEqual,
    };

    public static Op? Parse(string sign) => Signs.TryGetValue(sign, out var op) ? op : null;

    public static string Sign(this Op op) => Signs.FirstOrDefault(s => s.Value == op).Key ?? op switch
    {
        Op.In => "in",
        Op.NotIn => "not in",
        Op.Has => "has",
        _ => "lacks",
    };

    public static bool IsOrder(this Op op) => op is Op.Less or Op.LessOrEqual or Op.Greater or Op.GreaterOrEqual;

    public static Op Negated(this Op op) => op switch
    {
        Op.Equal => Op.NotEqual,
        Op.NotEqual => Op.Equal,
        Op.Less => Op.GreaterOrEqual,
        Op.LessOrEqual => Op.Greater,
        Op.Greater => Op.LessOrEqual,
        Op.GreaterOrEqual => Op.Less,
        Op.In => Op.NotIn,
        Op.NotIn => Op.In,
        Op.Has => Op.Lacks,
        _ => Op.Has,
    };

    public static bool Holds(this Op op, double left, double right) => op switch
    {
        Op.Equal => left == right,
        Op.NotEqual => left != right,
        Op.Less => left < right,
        Op.LessOrEqual => left <= right,
        Op.Greater => left > right,
        Op.GreaterOrEqual => left >= right,
        Op.Has => ((long)left & (long)right) == (long)right,
        Op.Lacks => ((long)left & (long)right) != (long)right,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "compares with a list"),
    };
}

/// <summary>The right-hand side of a comparison.</summary>
public sealed record Test(Op Op, IReadOnlyList<Value> Values)
{
    public Test(Op op, Value value)
        : this(op, [value])
    {
    }

    public Value Value => Values[0];

    public Test Negated => new(Op.Negated(), Values);

    /// <summary>A question that was rightly not asked has no answer, so it equals nothing: only "is not" holds of it.</summary>
    public bool HoldsOutsideUniverse => Op is Op.NotEqual or Op.NotIn or Op.Lacks;

    public bool Holds(Value found) => Op switch
    {
        Op.In => Values.Contains(found),
        Op.NotIn => !Values.Contains(found),
        Op.Equal => found == Value,
        Op.NotEqual => found != Value,
        _ => Op.Holds(found.Number, Value.Number),
    };

    public string Show(Func<Value, string> show) =>
        Op is Op.In or Op.NotIn ? $"{Op.Sign()} {{{string.Join(", ", Values.Select(show))}}}" : $"{Op.Sign()} {show(Value)}";
}
