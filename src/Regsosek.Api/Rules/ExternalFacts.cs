using System.Linq.Expressions;
using System.Text.Json;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Registers;

namespace Regsosek.Api.Rules;

/// <summary>Facts that a partner's register holds and form K does not.</summary>
internal static class ExternalFacts
{
    public const string Prefix = "ext:";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static IEnumerable<Fact> Read(JsonElement external) => external.GetProperty("facts").Deserialize<Entry[]>(Strict)!.Select(e => new External
    {
        Name = Prefix + e.Name,
        Label = new(e.En, e.Id),
        Unit = e.Unit == "family" ? Unit.Family : Unit.Person,
        Type = Enum.Parse<FactType>(e.Type, ignoreCase: true),
        Source = FactSource.Register,
        Group = FieldGroupNames.Parse(e.Groups),
        ShelfLifeMonths = e.ShelfLifeMonths,
        HeldBy = e.HeldBy,
        Holders = e.Holders,
    });

    private sealed record Entry(
        string Name, string Unit, string Type, string En, string Id, string HeldBy, IReadOnlyList<string> Holders, IReadOnlyList<string> Groups,
        int? ShelfLifeMonths = null);
}

/// <summary>A fact of another register, declared so that a rule can name it: unknown of whom no register has sent it. None is sent of families.</summary>
internal sealed class External : Fact
{
    private static readonly Column Number = Of(f => f.Number, FactType.Number), Text = Of(f => f.Text, FactType.Text);

    private string Key => field ??= Name[ExternalFacts.Prefix.Length..];

    public override DateOnly ObservedOn(in Subject subject) => Registered(subject)?.ObservedOn ?? base.ObservedOn(subject);

    protected override Value? Read(in Subject subject, DateOnly on) => Registered(subject) is not { } found ? null
        : Type == FactType.Text ? Value.Of(found.Text) : Value.Of(found.Number);

    internal override Expression ObservedSince(Row row, Expression day) =>
        Any(row, fact => Expression.GreaterThanOrEqual(Expression.Property(fact, nameof(RegisteredFact.ObservedOn)), day));

    internal override Expression HasValue(Row row) => Any(row, fact => Stored.HasValue(new(fact, null, row.On)));

    internal override Expression Holds(Row row, Test test) => Any(row, fact => Stored.Holds(new(fact, null, row.On), test));

    private Column Stored => Type == FactType.Text ? Text : Number;

    private RegisteredFact? Registered(in Subject subject)
    {
        foreach (var fact in subject.Person?.Registered ?? [])
            if (fact.Fact == Key) return fact;
        return null;
    }

    /// <summary>Counted, row by row: see <see cref="RuleSql"/> on EXISTS.</summary>
    private Expression Any(Row row, Func<Expression, Expression> test)
    {
        if (Unit == Unit.Family) return Sql.False;
        var fact = Expression.Parameter(typeof(RegisteredFact), "f");
        var named = Expression.Equal(Expression.Property(fact, nameof(RegisteredFact.Fact)), Expression.Constant(Key));
        var count = Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(RegisteredFact)],
            Expression.Property(row.Of(Unit), nameof(Person.Registered)),
            Expression.Lambda<Func<RegisteredFact, bool>>(Sql.And([named, test(fact)]), fact));
        return Expression.GreaterThanOrEqual(count, Expression.Constant(1));
    }

    private static Column Of<T>(Expression<Func<RegisteredFact, T>> get, FactType type) => new(get)
    {
        Name = "",
        Label = new("", ""),
        Unit = Unit.Family,
        Type = type,
        Source = FactSource.Register,
        Group = FieldGroups.None,
    };
}
