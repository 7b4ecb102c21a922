using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Tests.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Programmes;

/// <summary>The list of a programme stands on what its rule reads, and the log says so, as it does of one verdict.</summary>
[OnEveryEngine]
public sealed class ListsOnRecord(OwnHub hub) : IClassFixture<OwnHub>
{
    [Fact]
    public async Task The_entry_of_a_list_names_the_groups_its_rule_stands_on()
    {
        await hub.Given("list-reader", a => a.Programmes = ["BSPS"]);
        var http = await hub.As("list-reader");
        var first = (await http.Json("/api/v1/programmes/BSPS/eligible?limit=5")).Items()[0].GetProperty("householdId").GetGuid();
        await http.Json($"/api/v1/programmes/BSPS/eligibility/{first}");
        await using var registry = hub.Registry();
        var read = await registry.AccessEntries.Where(e => e.Client == "list-reader").OrderBy(e => e.Sequence).Select(e => e.Fields).ToListAsync();
        Assert.Equal(2, read.Count);
        Assert.True(read[1].HasFlag(FieldGroups.Housing));
        Assert.Equal(read[1], read[0] & read[1]);
    }
}
