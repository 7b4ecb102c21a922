using System.Linq.Expressions;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Rules;

/// <summary>What kind of values a fact has.</summary>
public enum FactType
{
    Number,
    Code,

    /// <summary>Sum of flags, asked with <c>has</c>.</summary>
    Sum,

    /// <summary>True or false, always known.</summary>
    Flag,
    Text,
}

/// <summary>Who says so.</summary>
public enum FactSource
{
    /// <summary>The family, on the questionnaire.</summary>
    Survey,

    /// <summary>The classification run in force.</summary>
    Ranking,

    /// <summary>The hub's own register, or another's (an external fact).</summary>
    Register,
}

/// <summary>Why a fact cannot be used.</summary>
public enum Lack
{
    None,
    Missing,
    UnknownAnswer,
    Stale,
    NotHeld,
}

/// <summary>What was found for a fact; the value is kept when it may not be used, so that a clerk can see it.</summary>
public readonly record struct Reading(Value? Value, Lack Lack);

/// <summary>The family, and the person when the rule is about one.</summary>
public readonly record struct Subject(Household Family, Person? Person)
{
    public DateOnly ObservedOn(Unit unit) => unit == Unit.Family ? Family.ObservedOn : Person!.ObservedOn;
}

/// <summary>One entry of the catalogue: what a rule may name, how the interpreter reads it and how a query compares it.</summary>
public abstract class Fact
{
    public required string Name { get; init; }
    public required Label Label { get; init; }
    public required Unit Unit { get; init; }
    public required FactType Type { get; init; }
    public required FactSource Source { get; init; }

    /// <summary>The field group an agreement must grant to see it.</summary>
    public required FieldGroups Group { get; init; }

    public IReadOnlyDictionary<int, Label> Codes { get; init; } = new Dictionary<int, Label>();

    /// <summary>Codes that mean "don't know".</summary>
    public IReadOnlyList<int> UnknownCodes { get; init; } = [];

    /// <summary>Months after which the answer no longer describes today.</summary>
    public int? ShelfLifeMonths { get; init; }

    /// <summary>Who is asked; null means everybody.</summary>
    public Rule? Universe { get; init; }

    /// <summary>Whose register holds the fact, and where to ask while it has not sent it; null for the hub's own.</summary>
    public string? HeldBy { get; init; }

    /// <summary>Codes of the partners whose register may send it.</summary>
    public IReadOnlyList<string> Holders { get; init; } = [];

    /// <summary>Of a document or another register: put right by an office, not by an answer.</summary>
    public bool IsAdministrative => HeldBy is not null || Name == "hasNik";

    /// <summary>Where a person objects to it; null for what follows from other facts.</summary>
    public Label? Contest => HeldBy is not null ? new($"Have it put right with {HeldBy}", $"Perbaiki melalui {HeldBy}")
        : Name == "hasNik" ? new("Have it put right with the civil registry (Dukcapil)", "Perbaiki melalui Dukcapil")
        : Source == FactSource.Survey ? new("Ask the village for a correction of the answer", "Ajukan perbaikan jawaban melalui desa atau kelurahan")
        : null;

    /// <summary>The stored value on the decision date, or null.</summary>
    protected abstract Value? Read(in Subject subject, DateOnly on);

    /// <summary>The day of which the value is: that of the interview, or of another register.</summary>
    public virtual DateOnly ObservedOn(in Subject subject) => subject.ObservedOn(Unit);

    /// <summary>SQL side of <see cref="ObservedOn"/> being no earlier than a day.</summary>
    internal virtual Expression ObservedSince(Row row, Expression day) =>
        Expression.GreaterThanOrEqual(Expression.Property(row.Of(Unit), nameof(IObserved.ObservedOn)), day);

    /// <summary>SQL side of <see cref="Read"/> giving a value.</summary>
    internal abstract Expression HasValue(Row row);

    /// <summary>SQL side of <see cref="Test.Holds"/>, used only beside <see cref="HasValue"/>.</summary>
    internal abstract Expression Holds(Row row, Test test);

    public Reading Look(in Subject subject, DateOnly on)
    {
        if (Read(subject, on) is not { } value) return new(null, HeldBy is null ? Lack.Missing : Lack.NotHeld);
        if (IsUnknownCode(value)) return new(value, Lack.UnknownAnswer);
        return new(value, IsStale(ObservedOn(subject), on) ? Lack.Stale : Lack.None);
    }

    /// <summary>Stale when observed before the decision date less the shelf life: the same cut-off that a query uses.</summary>
    public bool IsStale(DateOnly observedOn, DateOnly on) => ShelfLifeMonths is { } months && observedOn < on.AddMonths(-months);

    public DateOnly StaleSince(DateOnly observedOn)
    {
        var day = observedOn.AddMonths(ShelfLifeMonths ?? 0).AddDays(1);
        while (!IsStale(observedOn, day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>Why the comparison makes no sense, or null.</summary>
    public virtual string? Refuse(Test test) => test switch
    {
        _ when test.Values.Any(v => v.Text is null == (Type == FactType.Text)) =>
            $"'{Name}' is compared with a {(Type == FactType.Text ? "text" : "number")}",
        { Op: Op.Has } when Type != FactType.Sum => $"'{Name}' is no sum of flags, so it has nothing to 'has'",
        _ when test.Op.IsOrder() && Type is FactType.Text or FactType.Flag or FactType.Sum => $"'{Name}' has no order",
        _ when Codes.Count > 0 && test.Values.Any(IsUnknownCode) => $"'{Name}' reads unknown at that code, so it can never be compared with it",
        _ when Type == FactType.Code && Codes.Count > 0 && test.Values.Any(v => !Codes.Keys.Any(code => code == v.Number)) =>
            $"'{Name}' has no such code",
        { Op: Op.Has } when !Codes.ContainsKey((int)test.Value.Number) || test.Value.Number < 1 => $"'{Name}' has no such flag",
        _ => null,
    };

    public string Show(Value value) => Codes.FirstOrDefault(c => c.Key == value.Number).Value is { } label
        ? $"{value} {label.En} ({label.Id})"
        : value.ToString();

    private bool IsUnknownCode(Value value)
    {
        foreach (var code in UnknownCodes)
            if (code == value.Number) return true;
        return false;
    }
}
