using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Regsosek.Data;

/// <summary>A file that is there whole or not at all, also after the power fails: written beside its place into a file that nobody else made,
/// flushed to the disk, and then put there.</summary>
public sealed class WholeFile : IDisposable
{
    private readonly string _path, _next;

    /// <param name="mode">What others may do with it, from its first byte on; as the process has it when it is not given.</param>
    public WholeFile(string path, UnixFileMode? mode = null)
    {
        (_path, _next) = (Path.GetFullPath(path), Path.GetFullPath(path) + ".next");
        var own = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) own.UnixCreateMode = mode;

        // What a kill left: who had it open reads no more of it.
        File.Delete(_next);
        Content = new(_next, own);
    }

    public FileStream Content { get; }

    /// <summary>Puts it in its place, over what was there.</summary>
    public void Keep()
    {
        Content.Flush(flushToDisk: true);
        Content.Dispose();
        File.Move(_next, _path, overwrite: true);
        if (!OperatingSystem.IsWindows()) Flush(Path.GetDirectoryName(_path)!);
    }

    /// <summary>What was not kept is not there.</summary>
    public void Dispose()
    {
        Content.Dispose();
        File.Delete(_next);
    }

    /// <summary>The new name is on the disk only when its folder is; .NET opens no folders.</summary>
    private static void Flush(string folder)
    {
        var handle = Open(folder, 0);
        if (handle < 0) throw new IOException($"{folder} can't be opened.", new Win32Exception());
        var flushed = Sync(handle);
        var fault = new Win32Exception();
        _ = Close(handle);
        if (flushed != 0) throw new IOException($"{folder} can't be flushed.", fault);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
