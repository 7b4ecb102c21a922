using System.IO.Compression;
using Regsosek.Data;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Exports;

/// <summary>The files of parts, sealed, in a folder for each owner: an export or a list, by its id.</summary>
public sealed class PartFiles(ExportSettings settings, Seal seal)
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>No export is kept so long: a folder that nobody wrote to since, and no list owns, is one that a crash left behind.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(31);

    /// <summary>A part that is there when it is kept, over one that was there.</summary>
    public PartFile Create(Guid owner, int number, bool gzip)
    {
        foreach (var folder in (string[])[settings.Path, Folder(owner)])
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
        }

        return new(new WholeFile(Place(owner, number), Owner), seal, gzip);
    }

    /// <summary>The content of a part; null when nobody can read it any more: its file is gone, or its key.</summary>
    public OpeningStream? Open(Guid owner, int number)
    {
        try
        {
            return new(Place(owner, number), seal);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Drop(Guid owner)
    {
        try
        {
            Directory.Delete(Folder(owner), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing was written, or somebody else was faster.
        }
    }

    public void DropForgotten(DateTime now, IReadOnlySet<Guid> owners)
    {
        if (!Directory.Exists(settings.Path)) return;
        foreach (var folder in Directory.EnumerateDirectories(settings.Path).Where(f => Directory.GetLastWriteTimeUtc(f) < now - Forgotten))
        {
            if (Guid.TryParseExact(Path.GetFileName(folder), "n", out var owner) && !owners.Contains(owner)) Drop(owner);
        }
    }

    private string Folder(Guid owner) => Path.Combine(settings.Path, owner.ToString("n"));

    private string Place(Guid owner, int number) => Path.Combine(Folder(owner), $"{number:d5}.part");
}

/// <summary>A part on its way to the disk.</summary>
public sealed class PartFile : IDisposable
{
    private readonly WholeFile _file;
    private readonly SealingStream _sealed;
    private readonly Stream _to;

    internal PartFile(WholeFile file, Seal seal, bool gzip)
    {
        (_file, _sealed) = (file, new(file.Content, seal));
        _to = gzip ? new GZipStream(_sealed, CompressionLevel.Fastest, leaveOpen: true) : _sealed;
    }

    public void Write(ReadOnlySpan<byte> content) => _to.Write(content);

    /// <summary>Puts it in its place.</summary>
    /// <returns>Bytes of what is given out, and their SHA-256.</returns>
    public (long Bytes, byte[] Hash) Keep()
    {
        if (_to != _sealed) _to.Dispose();
        var hash = _sealed.Finish();
        _file.Keep();
        return (_sealed.Length, hash);
    }

    public void Dispose()
    {
        _sealed.Dispose();
        _file.Dispose();
    }
}
