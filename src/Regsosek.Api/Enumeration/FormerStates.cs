using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Enumeration;

/// <summary>Former states on their way to the database: always new rows, so they go in bulk.</summary>
internal sealed class FormerStates
{
    private readonly List<HouseholdVersion> _families = [];
    private readonly List<PersonVersion> _people = [];

    public void Add(HouseholdVersion family) => _families.Add(family);

    public void Add(PersonVersion person) => _people.Add(person);

    public async Task Write(Registry registry, CancellationToken stop)
    {
        await registry.Insert(_families, stop);
        await registry.Insert(_people, stop);
    }
}
