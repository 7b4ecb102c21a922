using System.Linq.Expressions;
using System.Text.Json;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Rules;

/// <summary>A rule ready in both its executions. Loading builds both, so a rule that only one of them could run never starts to serve.</summary>
public sealed class LoadedRule
{
    private readonly Tracer _tracer;
    private readonly SmallestChange _changes;

    private LoadedRule(Rule root, Unit unit)
    {
        Root = root;
        Unit = unit;
        _tracer = new(root);
        _changes = new(root);
        Says = RuleText.Of(root);
        AsksRegisters = root.Facts().Any(fact => fact.HeldBy is not null);
        Groups = root.Facts().Aggregate(FieldGroups.None, (all, fact) => all | fact.Group);

        var on = Expression.Constant(DateOnly.MinValue.AddYears(1000));
        _ = unit == Unit.Family ? (object)RuleSql.ForFamilies(root, on) : RuleSql.ForPersons(root, on);
    }

    public Rule Root { get; }

    /// <summary>What it is about: a family, or one person.</summary>
    public Unit Unit { get; }

    /// <summary>The clauses that must hold together.</summary>
    public IReadOnlyList<Rule> Clauses => Root is All all ? all.Of : [Root];

    /// <summary>The whole rule in words.</summary>
    public Label Says { get; }

    /// <summary>Field groups that can decide the rule.</summary>
    public FieldGroups Groups { get; }

    /// <summary>Some fact of it is of another register.</summary>
    public bool AsksRegisters { get; }

    /// <summary>Names of the facts that can decide the rule.</summary>
    public IEnumerable<string> Facts => Root.Facts().Select(f => f.Name).Distinct();

    /// <exception cref="RuleException">The document says something the hub cannot execute.</exception>
    public static LoadedRule Load(JsonElement json, Unit unit, Facts facts, IReadOnlyDictionary<string, double>? parameters = null) =>
        new(RuleJson.Read(json, unit, facts, parameters), unit);

    /// <summary>The outcome alone, for whole lists.</summary>
    public Kleene Decide(Household family, Person? person, DateOnly on) => _tracer.Judge(About(family, person), on);

    /// <summary>The outcome with every clause.</summary>
    public Trace Explain(Household family, Person? person, DateOnly on) => _tracer.Explain(About(family, person), on);

    /// <summary>The fewest documents or register entries that would turn the outcome over; null where none would.</summary>
    public IReadOnlyList<FactChange>? Changes(Household family, Person? person, DateOnly on) => _changes.Of(About(family, person), on);

    public RulePredicate<Household> ForFamilies(Expression on) => Unit == Unit.Family
        ? RuleSql.ForFamilies(Root, on)
        : throw new InvalidOperationException("The rule is about one person.");

    public RulePredicate<Household> ForFamilies(DateOnly on) => ForFamilies(Captured(on));

    /// <summary>A rule about families is one about each of their persons too.</summary>
    public RulePredicate<Person> ForPersons(Expression on) => RuleSql.ForPersons(Root, on);

    public RulePredicate<Person> ForPersons(DateOnly on) => ForPersons(Captured(on));

    private Subject About(Household family, Person? person) => Unit == Unit.Person && person is null
        ? throw new ArgumentNullException(nameof(person), "The rule is about one person.")
        : new(family, person);

    /// <summary>As a captured variable, so that the date is a parameter and one query plan serves every day.</summary>
    private static Expression Captured(DateOnly on) => ((Expression<Func<DateOnly>>)(() => on)).Body;
}
