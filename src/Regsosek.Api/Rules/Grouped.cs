using System.Linq.Expressions;

namespace Regsosek.Api.Rules;

/// <summary>The codes of another fact in fewer classes; a comparison becomes one over the codes.</summary>
internal sealed class Grouped(Fact of, Func<int, int> group) : Fact
{
    protected override Value? Read(in Subject subject, DateOnly on) =>
        of.Look(subject, on) is { Lack: Lack.None or Lack.Stale, Value: { } code } ? new Value(group((int)code.Number)) : null;

    internal override Expression HasValue(Row row) => of.HasValue(row);

    internal override Expression Holds(Row row, Test test)
    {
        Value[] codes = [.. of.Codes.Keys.Where(code => test.Holds(new(group(code)))).Select(code => new Value(code))];
        return codes.Length == 0 ? Sql.False : of.Holds(row, new(Op.In, codes));
    }
}
