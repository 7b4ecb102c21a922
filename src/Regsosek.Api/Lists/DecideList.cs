using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>A list goes from one state into another, once: who comes second finds it in the other.</summary>
public sealed class DecideList(ListReader lists, Registries registries, ListSchedule schedule)
{
    /// <param name="how">Changes the row; or says why not.</param>
    public async Task<IResult> From(ListState from, Guid id, HttpContext http, Func<TargetedList, Problem?> how, CancellationToken stop)
    {
        var seen = await lists.Allowed(id, stop);
        if (seen.State != from) return Problems.NotIn(ListView.Name(seen.State));
        await using (var registry = registries.For(Caller.System("lists")))
        {
            if (await registry.Lists.SingleOrDefaultAsync(l => l.Key == seen.Key && l.State == from, stop) is not { } list) return Problems.NotFound;
            if (how(list) is { } refused) return refused;
            if (!await registry.TrySave(stop)) return Problems.NotIn(ListView.Name((await lists.Allowed(id, stop)).State));
            if (list.State == ListState.Freezing) await schedule.CarryOn(list, stop);
        }

        return ListEndpoints.Begun(http, (await lists.Get(id, stop))!);
    }
}
