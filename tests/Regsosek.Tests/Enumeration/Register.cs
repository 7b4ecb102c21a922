using System.Text;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api;
using Regsosek.Api.Enumeration;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Regsosek.Data.Regions;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Enumeration;

/// <summary>A registry in a folder of its own, with a few regions, into which a test imports.</summary>
internal sealed class Register : IDisposable
{
    private static readonly Facts Facts = Facts.Load(Hub.Schema);
    private static readonly string[] Places =
        ["91", "91.71", "91.71.01", "91.71.02", "91.71.03", "91.71.01.1001", "91.71.03.1012", "91.71.03.1014", "35.07", "35.07.01"];

    public Register()
    {
        Database = new(Folder, Holding.Tables);
        Registries = new(TestDatabase.Engine, Database.Connection, Clock);
        using var registry = Open();
        registry.Database.EnsureCreated();
        registry.Regions.AddRange(Places.Select(Region));
        registry.SaveChanges();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("register-").FullName;
    public TestDatabase Database { get; }
    public StillClock Clock { get; } = new();
    public Seal Seal { get; } = new(KeyRing.Create(development: true));
    public Registries Registries { get; }

    public Registry Open() => Registries.For(Caller.System("test"));

    public Task<ImportResult> Import(params IEnumerable<Draft> drafts) => ImportLines(drafts.Select(d => d.Line()));

    public Task<ImportResult> ImportLines(IEnumerable<string> lines, Profile? profile = null, bool allowDemo = true, Action<ImportProgress>? progress = null,
        CancellationToken stop = default)
    {
        var text = string.Join('\n', lines).Utf8();
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text));
        return Import(new ImportInput(hash, Ndjson.Lines(new MemoryStream(text)), text.Length), profile, allowDemo, progress, stop);
    }

    public Task<ImportResult> Import(ImportInput input, Profile? profile = null, bool allowDemo = true, Action<ImportProgress>? progress = null, CancellationToken stop = default)
    {
        profile ??= Profiles.FormK;
        var import = new ImportFile(Registries, Draft.Dictionary, Facts, Seal, Clock);
        return import.Run(input, profile, new ImportTerms(profile.Name, allowDemo, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime)), progress, stop);
    }

    /// <summary>What one row was found to be, as "rule at".</summary>
    public async Task<List<string>> FindingsOf(string line, Profile? profile = null, bool allowDemo = true)
    {
        var result = await ImportLines([line], profile, allowDemo);
        using var registry = Open();
        return await registry.Findings.Where(f => f.ImportKey == result.ImportKey).OrderBy(f => f.Key).Select(f => f.Rule + " " + f.At).ToListAsync();
    }

    public async Task<string> Report(ImportResult result)
    {
        using var registry = Open();
        using var file = new MemoryStream();
        await ImportReport.Write(registry, result.ImportKey, file, default);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    /// <summary>Closes this register's idle connections, and no other's.</summary>
    public void Close()
    {
        using var registry = Open();
        TestDatabase.Close(registry);
    }

    public void Dispose()
    {
        Close();
        Database.Dispose();
        Directory.Delete(Folder, recursive: true);
        Seal.Dispose();
    }

    private static Region Region(string code)
    {
        var parts = code.Split('.');
        return new()
        {
            Code = code,
            Level = (RegionLevel)parts.Length,
            Name = code,
            NameKey = code,
            ProvinceCode = parts[0],
            RegencyCode = parts.Length > 1 ? string.Join('.', parts[..2]) : null,
            DistrictCode = parts.Length > 2 ? string.Join('.', parts[..3]) : null,
            ParentCode = parts.Length > 1 ? code[..code.LastIndexOf('.')] : null,
        };
    }
}

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class StillClock : TimeProvider
{
    private DateTimeOffset _now = new(2022, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public DateTime Now => _now.UtcDateTime;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}
