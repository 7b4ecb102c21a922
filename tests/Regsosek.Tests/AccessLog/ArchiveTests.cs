using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Partners;
using Regsosek.Api.Protection;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.AccessLog;

/// <summary>The archive while other things happen: keys change, segments go, files are lost. Each test has a hub of its own.</summary>
[OnEveryEngine]
public sealed class ArchiveTests : IAsyncLifetime
{
    private readonly FilledLog _filled = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-archive-").FullName;

    public ValueTask InitializeAsync() => _filled.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return _filled.DisposeAsync();
    }

    [Fact]
    public async Task A_running_hub_signs_with_the_newest_key_after_tokens_were_rotated()
    {
        Assert.Equal((2, 0), await Archive(_folder, days: 0).Run());
        var before = Signer(1);
        using (var rotate = new RotateKeys(_filled.Hub.KeysPath, TimeProvider.System)) rotate.Tokens(TimeSpan.Zero, cut: true);
        var ring = _filled.Hub.Get<LiveKeyRing>().Look();
        File.Delete(Statement(1));
        Assert.Equal((2, 1), await _filled.Hub.Get<ExportAccessLog>().Run(_folder));
        Assert.NotEqual(before, Signer(1));
        Assert.Equal(SigningKeys.WithFormer(ring)[0].KeyId, Signer(1));
        Assert.Equal(before, Signer(AccessChain.SegmentSize + 1));
        Assert.Null((await VerifyExport.Run(_folder, await File.ReadAllTextAsync(Path.Combine(_folder, "jwks.json")))).Fault);
    }

    [Fact]
    public async Task A_verification_beside_the_retention_finds_no_fault()
    {
        var hub = _filled.Hub.Get<Registries>();
        await Archive(_folder, days: 0).Run();
        var verdict = await VerifyAccessLog.Run(hub, _ => Archive(_folder, days: 31).Run().GetAwaiter().GetResult());
        Assert.Equal((FilledLog.Entries, 2, null), (verdict.Entries, verdict.Segments, verdict.Fault));
        Assert.InRange(verdict.Erased, AccessChain.SegmentSize, FilledLog.Closed);

        // What is gone without the retention's word is still missing.
        await _filled.Hub.Tamper($"UPDATE \"AccessSegments\" SET \"ErasedAt\" = NULL WHERE \"First\" = {AccessChain.SegmentSize + 1}");
        Assert.Equal($"Entry {AccessChain.SegmentSize + 1} is missing.", (await VerifyAccessLog.Run(hub)).Fault);
    }

    [Fact]
    public async Task An_export_beside_the_retention_leaves_out_what_went()
    {
        var other = Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName;
        await Archive(_folder, days: 0).Run();
        var export = _filled.Hub.Get<ExportAccessLog>();
        Assert.Equal((1, 1), await export.Run(other, (_, _) => Archive(_folder, days: 31).Run().GetAwaiter().GetResult()));
        Assert.True(File.Exists(Path.Combine(other, SegmentFile.Name(1) + ".jws")));
        Assert.False(File.Exists(Path.Combine(other, SegmentFile.Name(AccessChain.SegmentSize + 1) + ".jws")));
    }

    [Fact]
    public async Task A_damaged_file_stops_no_other_segment_from_being_archived()
    {
        await Archive(_folder, days: 0).Run();
        var damaged = Path.Combine(_folder, SegmentFile.Name(1) + ".ndjson.gz");
        await File.WriteAllBytesAsync(damaged, (await File.ReadAllBytesAsync(damaged))[..^100]);
        File.Delete(Statement(AccessChain.SegmentSize + 1));
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => Archive(_folder, days: 31).Run());
        Assert.Contains(SegmentFile.Name(1), fault.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Statement(AccessChain.SegmentSize + 1)));
    }

    [Fact]
    public async Task An_entry_that_was_altered_stops_no_other_segment_from_being_archived()
    {
        await _filled.Hub.Tamper("UPDATE \"AccessEntries\" SET \"Client\" = 'nobody' WHERE \"Sequence\" = 5");
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => Archive(_folder, days: 0).Run());
        Assert.StartsWith("Entry 5 was altered", fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Statement(1)));
        Assert.True(File.Exists(Statement(AccessChain.SegmentSize + 1)));
    }

    [Fact]
    public async Task An_archive_that_moved_is_filled_again_before_anything_is_deleted()
    {
        Assert.Equal((2, 0), await Archive(_folder, days: 0).Run());
        var moved = Directory.CreateDirectory(Path.Combine(_folder, "moved")).FullName;
        Assert.Equal((2, 2), await Archive(moved, days: 31).Run());
        var verdict = await VerifyExport.Run(moved, await File.ReadAllTextAsync(Path.Combine(moved, "jwks.json")));
        Assert.Equal((FilledLog.Closed, null), (verdict.Entries, verdict.Fault));
    }

    private string Statement(long first) => Path.Combine(_folder, SegmentFile.Name(first) + ".jws");

    private string? Signer(long first) => JsonDocument.Parse(Base64UrlEncoder.Decode(File.ReadAllText(Statement(first)).Split('.')[0]))
        .RootElement.GetProperty("kid").GetString();

    private ArchiveAccessLog Archive(string folder, int days) => new(_filled.Hub.Get<Registries>(), _filled.Hub.Get<ExportAccessLog>(),
        new() { Archive = folder, RetentionDays = 30 }, new Later(TimeSpan.FromDays(days)), NullLogger<ArchiveAccessLog>.Instance);

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
