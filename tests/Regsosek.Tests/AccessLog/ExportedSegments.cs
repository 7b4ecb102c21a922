using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.AccessLog;

/// <summary>Closed segments as signed files: verified without the database, and what the archive holds may go from the database.</summary>
[OnEveryEngine]
public sealed class ExportedSegments(FilledLog filled) : IClassFixture<FilledLog>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-export-").FullName;
    private readonly string _elsewhere = Directory.CreateTempSubdirectory("regsosek-jwks-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_elsewhere, recursive: true);
    }

    [Fact]
    public async Task A_third_party_verifies_them_with_the_files_and_the_public_keys_alone()
    {
        Assert.Equal((2, 2), await filled.Hub.Get<ExportAccessLog>().Run(_folder));
        var jwks = Path.Combine(_elsewhere, "jwks.json");
        using (var http = filled.Hub.Anyone()) await File.WriteAllTextAsync(jwks, await http.GetStringAsync("/.well-known/jwks"));
        var (code, said) = await Running.Verb("accesslog", "verify-export", _folder, "--key", jwks);
        Assert.Contains("8,192 entries hold, 2 closed segments", said, StringComparison.Ordinal);
        Assert.Equal(0, code);

        // Any JOSE library can check the signature; this is one that the hub does not sign with.
        var jws = (await File.ReadAllTextAsync(Path.Combine(_folder, "access-000000004097.jws"))).Trim();
        var valid = await new JsonWebTokenHandler().ValidateTokenAsync(jws, new()
        {
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
            RequireExpirationTime = false,
            IssuerSigningKeys = new JsonWebKeySet(await File.ReadAllTextAsync(jwks)).GetSigningKeys(),
        });
        Assert.True(valid.IsValid, valid.Exception?.Message);
        await using var registry = filled.Hub.Registry();
        var segment = await registry.AccessSegments.SingleAsync(s => s.First == AccessChain.SegmentSize + 1);
        var signed = JsonDocument.Parse(Base64UrlEncoder.Decode(jws.Split('.')[1])).RootElement;
        Assert.Equal(segment.Root, signed.GetProperty("root").GetBytesFromBase64());
        Assert.Equal((segment.First, segment.Last), (signed.GetProperty("first").GetInt64(), signed.GetProperty("last").GetInt64()));
    }

    public static TheoryData<string, string> Damage => new()
    {
        { "an entry is altered", "Entry 5 was altered" },
        { "an entry is left out", "Entry 5 is missing" },
        { "the last entry is left out", "Entry 4096 is missing" },
        { "a line is written otherwise", "not the file that was signed" },
        { "the entries are missing", "is missing" },
        { "the statement is altered", "not signed by any of the keys" },
        { "the statement is signed by another", "not signed by any of the keys" },
        { "the first of three is all there is", "" },
        { "a segment between is missing", "from entry 1 on" },
    };

    [Theory]
    [MemberData(nameof(Damage))]
    public async Task What_was_changed_after_the_export_is_found(string damage, string fault)
    {
        await filled.Hub.Get<ExportAccessLog>().Run(_folder);
        var jwks = await File.ReadAllTextAsync(Path.Combine(_folder, "jwks.json"));
        var first = Path.Combine(_folder, "access-000000000001");
        switch (damage)
        {
            case "an entry is altered": Lines(lines => lines[4] = lines[4].Replace("filler", "nobody", StringComparison.Ordinal)); break;
            case "an entry is left out": Lines(lines => lines.RemoveAt(4)); break;
            case "the last entry is left out": Lines(lines => lines.RemoveAt(lines.Count - 1)); break;
            case "a line is written otherwise": Lines(lines => lines[4] = lines[4].Replace(",\"", ", \"", StringComparison.Ordinal)); break;
            case "the entries are missing": File.Delete(first + ".ndjson.gz"); break;
            case "the statement is altered":
                var parts = (await File.ReadAllTextAsync(first + ".jws")).Split('.');
                var statement = Base64UrlEncoder.Decode(parts[1]);
                parts[1] = Base64UrlEncoder.Encode(statement.Replace("\"last\":4096", "\"last\":4095", StringComparison.Ordinal));
                await File.WriteAllTextAsync(first + ".jws", string.Join('.', parts));
                break;
            case "the statement is signed by another":
                var other = new ExportAccessLog(filled.Hub.Get<Registries>(), new LiveKeyRing(KeyRing.Create(development: true)), new());
                await other.Run(Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName);
                File.Copy(Path.Combine(_folder, "other", "access-000000000001.jws"), first + ".jws", overwrite: true);
                break;
            case "the first of three is all there is": File.Delete(Path.Combine(_folder, "access-000000004097.jws")); break;
            case "a segment between is missing":
                File.Move(Path.Combine(_folder, "access-000000004097.jws"), Path.Combine(_folder, "access-000000008193.jws"));
                fault = "the statement of another segment";
                break;
        }

        var verdict = await VerifyExport.Run(_folder, jwks);
        if (fault.Length == 0) Assert.Equal((4096, 1, null), (verdict.Entries, verdict.Segments, verdict.Fault));
        else Assert.Contains(fault, verdict.Fault, StringComparison.Ordinal);

        void Lines(Action<List<string>> change)
        {
            List<string> lines;
            using (var zip = new StreamReader(new GZipStream(File.OpenRead(first + ".ndjson.gz"), CompressionMode.Decompress)))
                lines = [.. zip.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
            change(lines);
            using var file = new GZipStream(File.Create(first + ".ndjson.gz"), CompressionLevel.Fastest);
            file.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))));
        }
    }

    [Fact]
    public async Task An_export_goes_on_where_it_was()
    {
        var export = filled.Hub.Get<ExportAccessLog>();
        await export.Run(_folder);
        Assert.Equal((2, 0), await export.Run(_folder));
        File.Delete(Path.Combine(_folder, "access-000000000001.jws"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "access-000000000001.jws.next"), "half");
        Assert.Equal((2, 1), await export.Run(_folder));
        Assert.Null((await VerifyExport.Run(_folder, await File.ReadAllTextAsync(Path.Combine(_folder, "jwks.json")))).Fault);
    }

    [Fact]
    public async Task A_segment_that_does_not_hold_is_not_signed()
    {
        await filled.Hub.Tamper("UPDATE \"AccessEntries\" SET \"Client\" = 'nobody' WHERE \"Sequence\" = 4100");
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => filled.Hub.Get<ExportAccessLog>().Run(_folder));
        Assert.StartsWith("Entry 4100 was altered", fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "access-000000004097.jws")));
        await filled.Hub.Tamper("UPDATE \"AccessEntries\" SET \"Client\" = 'filler' WHERE \"Sequence\" = 4100");
    }

    [Fact]
    public async Task Segments_are_deleted_after_their_retention_when_the_archive_holds_them_and_the_chain_goes_on()
    {
        await using var hub = new FilledLog();
        await hub.InitializeAsync();
        var export = hub.Hub.Get<ExportAccessLog>();
        Assert.Equal((2, 0), await Archive(days: 0).Run());
        Assert.Equal((0, 0), await Archive(days: 29).Run());

        // A file that was damaged since: nothing of it is deleted.
        var file = Path.Combine(_folder, "access-000000000001.ndjson.gz");
        var whole = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, whole[..^100]);
        await Assert.ThrowsAsync<InvalidDataException>(() => Archive(days: 31).Run());
        Assert.Equal(FilledLog.Entries, await Count());
        await File.WriteAllBytesAsync(file, whole);

        Assert.Equal((0, 2), await Archive(days: 31).Run());
        Assert.Equal(FilledLog.Entries - FilledLog.Closed, await Count());
        await FilledLog.Fill(hub.Hub, 10);
        var verdict = await VerifyAccessLog.Run(hub.Hub.Get<Registries>());
        Assert.Equal((FilledLog.Entries + 10, 2, null), (verdict.Entries, verdict.Segments, verdict.Fault));
        Assert.Equal(FilledLog.Closed, verdict.Erased);
        Assert.Null((await VerifyExport.Run(_folder, await File.ReadAllTextAsync(Path.Combine(_folder, "jwks.json")))).Fault);

        ArchiveAccessLog Archive(int days) => new(hub.Hub.Get<Registries>(), export, new() { Archive = _folder, RetentionDays = 30 },
            new Later(TimeSpan.FromDays(days)), NullLogger<ArchiveAccessLog>.Instance);

        async Task<int> Count()
        {
            await using var registry = hub.Hub.Registry();
            return await registry.AccessEntries.CountAsync();
        }
    }

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
