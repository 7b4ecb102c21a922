using GraphQL.Types;
using Regsosek.Api.Access;
using Regsosek.Api.Graph;
using Regsosek.Api.Households;

namespace Regsosek.Tests.Graph;

/// <summary>What the schema promises.</summary>
[Collection(SharedHub.Name)]
public sealed class GraphContract(TestHub hub)
{
    [Fact]
    public void The_text_is_the_same_every_time_and_reads_as_a_schema()
    {
        var text = GraphSchema.Print(hub.App.Services);
        Assert.Equal(text, GraphSchema.Print(hub.App.Services));
        Assert.Equal(hub.Get<GraphSchema>().Query.Fields.Count, GraphQL.Types.Schema.For(text).Query.Fields.Count);
    }

    [Fact]
    public void A_family_and_a_member_have_the_fields_of_the_field_table_with_their_meaning()
    {
        Check("Household", hub.Get<Fields<HouseholdView>>(), "classifications");
        Check("Member", hub.Get<Fields<MemberView>>());

        void Check<TView>(string type, Fields<TView> table, params string[] also)
        {
            var fields = ((IObjectGraphType)hub.Get<GraphSchema>().AllTypes[type]!).Fields;
            Assert.Equal(table.All.Select(f => f.Name).Concat(also), fields.Select(f => f.Name));
            Assert.All(table.All, f => Assert.Equal(f.Says, fields.Find(f.Name)!.Description));
        }
    }

    [Fact]
    public void The_list_has_the_filters_of_rest_and_order_and_page()
    {
        var arguments = hub.Get<GraphSchema>().Query.Fields.Find("households")!.Arguments!.Select(a => a.Name);
        Assert.Equal([.. hub.Get<HouseholdFilters>().All.Select(f => f.Name), "sort", "asOf", "knownAt", "first", "after"], arguments);
    }

    [Fact]
    public void Every_way_to_personal_data_declares_its_scope()
    {
        string[] open = ["programmes", "programme", "region", "regions", "statistics", "targeting", "me"];
        var schema = hub.Get<GraphSchema>();
        Assert.All(schema.Query.Fields.Where(f => !open.Contains(f.Name)),
            f => Assert.Contains(f.Name is "lists" or "list" ? " Needs lists.read." : " Needs registry.read.", f.Description, StringComparison.Ordinal));
        var programme = ((IObjectGraphType)schema.AllTypes["Programme"]!).Fields;
        Assert.All(["eligibility", "eligible"], name => Assert.Contains(" Needs eligibility.read.", programme.Find(name)!.Description, StringComparison.Ordinal));
    }
}
