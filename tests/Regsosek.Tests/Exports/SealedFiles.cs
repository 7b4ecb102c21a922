using System.Security.Cryptography;
using Regsosek.Data.Protection;

namespace Regsosek.Tests.Exports;

/// <summary>Files sealed at rest: read from any place, and not at all when anything of them was changed.</summary>
public sealed class SealedFiles : IDisposable
{
    private const int Chunk = 64 * 1024;
    private readonly string _path = Path.GetTempFileName();
    private readonly KeyRing _ring = KeyRing.Create(development: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData((3 * Chunk) + 5)]
    public async Task What_was_written_is_read_from_any_place(int length)
    {
        using var seal = new Seal(_ring);
        var content = Content(length);
        Assert.Equal(SHA256.HashData(content), Written(seal, content));
        await using var file = new OpeningStream(_path, seal);
        Assert.Equal(length, file.Length);
        foreach (var from in new[] { 0, length / 2, length - 1, Math.Min(length, Chunk) }.Where(at => at >= 0))
        {
            file.Position = from;
            using var rest = new MemoryStream();
            await file.CopyToAsync(rest);
            Assert.Equal(content[from..], rest.ToArray());
        }
    }

    [Fact]
    public void A_file_that_was_cut_changed_or_whose_key_is_gone_is_not_read()
    {
        using var seal = new Seal(_ring);
        Written(seal, Content(2 * Chunk));
        var whole = File.ReadAllBytes(_path);
        foreach (var at in new[] { 5, 40, whole.Length - 1 })
        {
            byte[] changed = [.. whole];
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => Read(seal, changed));
        }

        // A whole chunk less is a whole file by its length; the chunk that is now the last was not written as the last.
        Assert.ThrowsAny<CryptographicException>(() => Read(seal, whole[..^(Chunk + 16)]));
        Assert.Throws<InvalidDataException>(() => Read(seal, whole[..20]));
        using var others = new Seal(KeyRing.Create(development: true));
        Assert.ThrowsAny<CryptographicException>(() => Read(others, whole));
        _ring.BeginResealing();
        using (var both = new Seal(_ring)) Assert.Equal(2 * Chunk, Read(both, whole).Length);
        _ring.ForgetFormerSeals();
        using var forgotten = new Seal(_ring);
        Assert.ThrowsAny<CryptographicException>(() => Read(forgotten, whole));
    }

    public void Dispose() => File.Delete(_path);

    private static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        return content;
    }

    private byte[] Written(Seal seal, byte[] content)
    {
        using var to = File.Create(_path);
        using var file = new SealingStream(to, seal);
        foreach (var piece in content.Chunk(50_000)) file.Write(piece);
        return file.Finish();
    }

    private byte[] Read(Seal seal, byte[] stored)
    {
        File.WriteAllBytes(_path, stored);
        using var file = new OpeningStream(_path, seal);
        using var plain = new MemoryStream();
        file.CopyTo(plain);
        return plain.ToArray();
    }
}
