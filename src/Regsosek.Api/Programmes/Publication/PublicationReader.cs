using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Exports;
using Regsosek.Api.Partners;
using Regsosek.Data;

namespace Regsosek.Api.Programmes.Publication;

/// <summary>Versions that the caller's ministry wrote, and their simulations. No family is told of here.</summary>
public sealed class PublicationReader(Registry registry, Caller caller, OwnProgrammes own, ProgrammeCatalogue programmes)
{
    /// <summary>What was written last of a version; null when nothing was.</summary>
    public async Task<ProgrammeDraftView?> Get(string code, int version, CancellationToken stop)
    {
        var programme = own.Get(code);
        var row = await registry.ProgrammeDocuments.AsNoTracking().Where(d => d.Programme == code && d.Version == version).OrderByDescending(d => d.Key).FirstOrDefaultAsync(stop);
        return row is null ? null : ProgrammeDraftView.Of(row, programmes.Read(programme, row.Document)[0]);
    }

    /// <summary>Of who may see all that it was counted over: another agreement of the ministry that shows less has none.</summary>
    public async Task<SimulationView?> Simulation(string code, Guid id, CancellationToken stop)
    {
        own.Get(code);
        var found = await registry.Simulations.AsNoTracking().FirstOrDefaultAsync(s => s.Programme == code && s.Id == id, stop);
        return found is not null && ExportTerms.Of(caller).Allow(AgreementTerms.Read(found.Terms)) ? SimulationView.Of(found) : null;
    }
}
