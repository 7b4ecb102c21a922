using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Regions;

/// <summary>Every region code there is, read once: a filter by a region that does not exist is a mistake, not an empty list.</summary>
public sealed class KnownRegions(Registries registries)
{
    private FrozenSet<string>? _codes;

    public async ValueTask Check(string codes, string parameter, CancellationToken stop)
    {
        var known = _codes ??= await Load(stop);
        foreach (var code in codes.Split(',', StringSplitOptions.TrimEntries))
        {
            if (RegionParameter.Level(code, parameter) > 0 && !known.Contains(code))
                throw new ProblemException(Problems.Invalid(parameter, $"there is no region {code} in the Kemendagri coding."));
        }
    }

    private async Task<FrozenSet<string>> Load(CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("read the regions"));
        return (await registry.Regions.Select(r => r.Code).ToListAsync(stop)).ToFrozenSet();
    }
}
