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
