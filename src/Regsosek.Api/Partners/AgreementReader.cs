using Microsoft.EntityFrameworkCore;
using Regsosek.Data;

namespace Regsosek.Api.Partners;

/// <summary>Agreements and their drafts for the steward; no person-level data here.</summary>
public sealed class AgreementReader(Registry registry)
{
    public async Task<IReadOnlyList<AgreementView>> List(CancellationToken stop) =>
        (await registry.Agreements.AsNoTracking().Include(a => a.Partner).Include(a => a.Clients).OrderBy(a => a.Code).ToListAsync(stop))
            .ConvertAll(AgreementView.Of);

    public async Task<AgreementView?> Get(string code, CancellationToken stop) =>
        await registry.Agreements.AsNoTracking().Include(a => a.Partner).Include(a => a.Clients)
            .FirstOrDefaultAsync(a => a.Code == code, stop) is { } found
                ? AgreementView.Of(found)
                : null;

    public async Task<IReadOnlyList<DraftView>> Drafts(CancellationToken stop) =>
        (await registry.AgreementDrafts.AsNoTracking().Where(d => d.Open != null).OrderBy(d => d.Key).ToListAsync(stop)).ConvertAll(DraftView.Of);
}
