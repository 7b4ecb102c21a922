using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification;

/// <summary>Scoring models; no person-level data here. Drafts exist only for those who may write models.</summary>
public sealed class ModelReader(Registry registry, Caller caller, PublishedModels published)
{
    private bool Writes => caller.IsSystem || caller.Scopes.Contains(Scopes.ModelsWrite);

    public async Task<IReadOnlyList<ModelView>> List(CancellationToken stop)
    {
        var rows = await Rows.OrderBy(m => m.Model).ThenBy(m => m.Version).ToListAsync(stop);
        return rows.ConvertAll(row => View(row, rows.Where(m => m.Model == row.Model)));
    }

    /// <summary>Null when there is no such version for the caller.</summary>
    public async Task<ModelView?> Get(string model, int version, CancellationToken stop)
    {
        var rows = await Rows.Where(m => m.Model == model).ToListAsync(stop);
        return rows.FirstOrDefault(m => m.Version == version) is { } row ? View(row, rows) : null;
    }

    /// <summary>The document byte for byte. It holds points and weights, which are of the score group.</summary>
    public async Task<byte[]?> Document(string model, int version, CancellationToken stop)
    {
        if (!caller.Sees(FieldGroups.Score)) throw new ProblemException(Problems.NotGranted("document"));
        var row = await Rows.FirstOrDefaultAsync(m => m.Model == model && m.Version == version, stop);
        return row is null ? null : Encoding.UTF8.GetBytes(row.Document);
    }

    private IQueryable<ModelVersion> Rows => Writes
        ? registry.Models.AsNoTracking()
        : registry.Models.AsNoTracking().Where(m => m.State == ModelState.Published);

    private ModelView View(ModelVersion row, IEnumerable<ModelVersion> versions)
    {
        var view = ModelView.Of(row, versions, registry.Today, Writes);
        try
        {
            return view.With(published.Read(row));
        }
        catch (ModelRefusedException refusal)
        {
            return view with { Findings = refusal.Findings };
        }
    }
}
