using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Regsosek.Api.Graph;

namespace Regsosek.Tests.Parity;

/// <summary>Whatever gives out person-level data is asked by the parity test: a new route or a new field of the graph either joins a surface, or
/// says here why it gives nothing of persons.</summary>
[Collection(SharedHub.Name)]
public sealed class SurfaceList(TestHub hub)
{
    private static readonly HashSet<string> Asked = [.. ParityTests.Surfaces.SelectMany(s => s.Covers)];

    private static readonly Dictionary<string, string> NotOfPersons = new()
    {
        ["GetMe"] = "the caller's own agreement; its count of families not yet ranked is held by AgreementTests",
        ["GetEffect"] = "how many families a change would add or take, rounded to ten, for stewards; held by the tests of agreements",
        ["DraftAgreement"] = "agreements",
        ["ApproveAgreement"] = "agreements",
        ["RejectDraft"] = "agreements",
        ["ListDrafts"] = "agreements",
        ["GetListedDocuments"] = "documents of GraphQL",
        ["ListDocuments"] = "documents of GraphQL",
        ["Live"] = "health",
        ["Ready"] = "health",
        ["GraphQLPage"] = "GraphiQL",
        ["GraphQLPageFile"] = "GraphiQL",
        ["ListRegions"] = "regions",
        ["GetRegion"] = "regions",
        ["GetDictionary"] = "the dictionary",
        ["GetCodeList"] = "code lists",
        ["ListProgrammes"] = "documents of programmes",
        ["GetProgramme"] = "documents of programmes",
        ["ListAgreements"] = "agreements",
        ["GetAgreement"] = "agreements",
        ["ChangeAgreement"] = "agreements",
        ["ResumeClient"] = "agreements",
        ["ListAccess"] = "who read what: ids of families for auditors, held by AccessLogTests",
        ["Query.me"] = "the caller's own agreement",
        ["Query.programmes"] = "documents of programmes",
        ["Query.region"] = "regions",
        ["Query.regions"] = "regions",
    };

    [Fact]
    public void Every_route_is_asked_or_gives_nothing_of_persons()
    {
        var names = hub.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? e.RoutePattern.RawText!).ToList();
        Assert.Contains("ListHouseholds", names);
        AllAreDeclared(names);
        Assert.Empty(Asked.Concat(NotOfPersons.Keys).Where(n => !n.Contains('.')).Except(names));
    }

    /// <summary>Every field that has a type with fields of its own, but for those below a field that is declared.</summary>
    [Fact]
    public void Every_field_of_the_graph_is_asked_or_gives_nothing_of_persons()
    {
        var schema = hub.Get<GraphSchema>();
        var reads = schema.AllTypes.OfType<IObjectGraphType>().Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(t => t.Fields.Where(f => t == schema.Query || f.Arguments?.Count > 0 || IsReadBesides(t, f))
                .Select(f => $"{t.Name}.{f.Name}"))
            .ToList();
        Assert.Contains("Household.classifications", reads);
        AllAreDeclared(reads.Where(f => !f.StartsWith("Region.", StringComparison.Ordinal)));
    }

    /// <summary>A family or a member has exactly the fields the oracle knows, and on top what is read besides.</summary>
    [Fact]
    public void Every_field_of_a_family_and_of_a_member_is_known_to_the_oracle()
    {
        var types = hub.Get<GraphSchema>().AllTypes.OfType<IObjectGraphType>().ToDictionary(t => t.Name, t => t.Fields.Select(f => f.Name).ToList());
        Assert.Equal(OracleFields.OfFamily.Select(f => f.Name).Append("classifications").Order(), types["Household"].Order());
        Assert.Equal(OracleFields.OfMember.Select(f => f.Name).Order(), types["Member"].Order());
    }

    private static void AllAreDeclared(IEnumerable<string> names)
    {
        var strays = names.Where(n => !Asked.Contains(n) && !NotOfPersons.ContainsKey(n)).ToList();
        Assert.True(strays.Count == 0, $"{string.Join(", ", strays)}: let a parity surface cover it, or say here why it tells of nobody.");
    }

    private static bool IsReadBesides(IObjectGraphType type, FieldType field) =>
        type.Name == "Household" && !OracleFields.FamilyByName.ContainsKey(field.Name);
}
