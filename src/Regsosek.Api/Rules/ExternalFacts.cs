using System.Linq.Expressions;
using System.Text.Json;
using Regsosek.Data;

namespace Regsosek.Api.Rules;

/// <summary>Facts that a partner's register holds and form K does not.</summary>
internal static class ExternalFacts
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static IEnumerable<Fact> Read(JsonElement external) => external.GetProperty("facts").Deserialize<Entry[]>(Strict)!.Select(e => new External
    {
        Name = $"ext:{e.Name}",
        Label = new(e.En, e.Id),
        Unit = e.Unit == "family" ? Unit.Family : Unit.Person,
        Type = Enum.Parse<FactType>(e.Type, ignoreCase: true),
        Source = FactSource.Register,
        Group = FieldGroups.None,
        HeldBy = e.HeldBy,
    });

    private sealed record Entry(string Name, string Unit, string Type, string En, string Id, string HeldBy);
}

/// <summary>A fact of another register, declared so that a rule can name it: unknown until the hub holds it.</summary>
internal sealed class External : Fact
{
    protected override Value? Read(in Subject subject, DateOnly on) => null;

    internal override Expression HasValue(Row row) => Sql.False;

    internal override Expression Holds(Row row, Test test) => Sql.False;
}
