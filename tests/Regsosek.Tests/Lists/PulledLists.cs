using Regsosek.Api.Lists;
using Regsosek.Api.Verbs;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Exports;

namespace Regsosek.Tests.Lists;

/// <summary>A pulled list is checked against its manifest by its files and the public keys alone.</summary>
[OnEveryEngine]
public sealed class PulledLists(ListHub hub) : IClassFixture<ListHub>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-pulled-").FullName;

    [Fact]
    public async Task Files_hold_or_not_and_the_exit_code_says_so()
    {
        var http = await hub.As("kemensos");
        var list = await Listed.Frozen(http, new { rule = new { fact = "memberCount", op = ">", value = 5 }, formats = new[] { "csv", "ndjson" } });
        var (manifest, keys) = (Kept("manifest.jws", await http.GetByteArrayAsync($"{Listed.Path}/{list.Id()}/manifest")), Kept("jwks.json", await http.GetByteArrayAsync("/.well-known/jwks")));
        List<string> files = [];
        foreach (var part in list.GetProperty("parts").EnumerateArray())
            files.Add(Kept($"part-{part.GetProperty("number")}", await http.GetByteArrayAsync(part.GetProperty("href").GetString())));
        Assert.True(files.Count >= 2);

        var whole = await VerifyList.Run(File.ReadAllText(manifest), File.ReadAllText(keys), files);
        Assert.Equal((null, files.Count, 0), (whole.Fault, whole.Held.Count, whole.Missing.Count));
        var some = await VerifyList.Run(File.ReadAllText(manifest), File.ReadAllText(keys), files[1..]);
        Assert.Equal([1], some.Missing);
        Assert.Equal(0, await Verb(manifest, keys, [.. files]));

        var cut = Kept("cut", (await File.ReadAllBytesAsync(files[0]))[..^1]);
        Assert.Equal("cut is none of the list's parts.", (await VerifyList.Run(File.ReadAllText(manifest), File.ReadAllText(keys), [cut])).Fault);
        Assert.Equal(1, await Verb(manifest, keys, cut));
        var forged = File.ReadAllText(manifest);
        forged = forged[..^9] + (forged[^9] == 'A' ? 'B' : 'A') + forged[^8..];
        Assert.Equal("The manifest is not signed by any of the keys.", (await VerifyList.Run(forged, File.ReadAllText(keys), files)).Fault);
        Assert.Equal(2, await Verb(manifest, keys, Path.Combine(_folder, "absent")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Kept(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static Task<int> Verb(string manifest, string keys, params string[] parts) =>
        ListsVerb.Command().Parse(["verify", "--manifest", manifest, "--keys", keys, .. parts]).InvokeAsync();
}
