using Regsosek.Api.Classification;
using Regsosek.Api.Households;

namespace Regsosek.Api.Graph;

/// <summary>Classifications of the families of an answer: the first that is asked for brings those of all families read so far,
/// by one statement.</summary>
internal sealed class Standings
{
    private readonly HashSet<long> _waiting = [];
    private readonly Dictionary<long, IReadOnlyList<StandingView>> _known = [];

    public void Expect(IEnumerable<HouseholdView> families) => _waiting.UnionWith(families.Select(h => h.Key));

    public async Task<IReadOnlyList<StandingView>> Of(long family, ClassificationReader reader, CancellationToken stop)
    {
        if (_waiting.Contains(family))
        {
            var found = await reader.OfKeys(_waiting, stop);
            foreach (var key in _waiting) _known[key] = [.. found[key]];
            _waiting.Clear();
        }

        return _known[family];
    }
}
