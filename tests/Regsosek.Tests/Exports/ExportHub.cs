using Regsosek.Api.Exports;
using Regsosek.Data.Exports;

namespace Regsosek.Tests.Exports;

/// <summary>A hub whose exports have many small parts.</summary>
public sealed class ExportHub : Access.OwnHub
{
    protected override IEnumerable<string> Settings => ["--Exports:PartFamilies=9", "--Exports:PageFamilies=4", "--Exports:PerClient=3"];

    public Task Sweep() => Get<SweepExports>().Run(default);

    /// <summary>Changes the row of an export, as time does.</summary>
    public async Task Amend(string id, Action<Export> how)
    {
        await using var registry = Registry();
        how(registry.Exports.Single(x => x.Id == Guid.Parse(id)));
        await registry.SaveChangesAsync();
    }
}
