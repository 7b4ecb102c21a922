using Microsoft.EntityFrameworkCore;
using Regsosek.Data;
using Regsosek.Data.Classification;
using Regsosek.Data.Households;

namespace Regsosek.Api.Programmes.Simulations;

/// <summary>What village forums (Forum Konsultasi Publik) said of families: the ranks of the newest national run after them.</summary>
internal static class ForumQueries
{
    /// <summary>Families up to this class (near poor) are in need. Where the line is drawn is our choice, so the report names the classes.</summary>
    public const WelfareClass LastInNeed = WelfareClass.HAMPIR_MISKIN;

    public static IReadOnlyList<string> Classes => [.. Enum.GetValues<WelfareClass>().Where(c => c <= LastInNeed).Select(c => c.ToString())];

    /// <summary>Null before there is one.</summary>
    public static Task<ClassificationRun?> Of(Registry registry, CancellationToken stop) => registry.Runs.AsNoTracking()
        .Where(r => r.Scope == ClassificationRun.National && r.State == RunState.Published && (r.Stage == "consulted" || r.Stage == "final"))
        .OrderByDescending(r => r.Key).FirstOrDefaultAsync(stop);
}
