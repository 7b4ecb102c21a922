using System.Text;
using Regsosek.Data;
using Regsosek.Data.Protection;

namespace Regsosek.Tests.KeyRings;

/// <summary>How the hub's secrets are put on the disk.</summary>
public sealed class KeyRingFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-ring-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_and_its_folder_are_its_owners_alone()
    {
        var keys = Path.Combine(_folder, "keys");
        KeyRing.Create(development: true).Save(keys);
        KeyRing.Create(development: true).Save(keys);
        Assert.Equal([KeyRing.FileName], Directory.GetFiles(keys).Select(Path.GetFileName));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(keys, KeyRing.FileName)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
    }

    /// <summary>A kill left a file, or somebody who may write to the folder put one there, and has it open.</summary>
    [Fact]
    public void Who_has_a_leftover_open_reads_no_key_from_it()
    {
        var leftover = Path.Combine(_folder, KeyRing.FileName + ".next");
        File.WriteAllText(leftover, "left");
        using var open = new FileStream(leftover, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        KeyRing.Create(development: true).Save(_folder);
        using var reader = new StreamReader(open);
        Assert.Equal("left", reader.ReadToEnd());
        Assert.NotNull(KeyRing.Load(_folder));
    }

    [Fact]
    public void What_is_not_kept_leaves_the_file_as_it_was()
    {
        var path = Path.Combine(_folder, "file");
        File.WriteAllText(path, "before");
        using (var file = new WholeFile(path)) file.Content.Write(Encoding.UTF8.GetBytes("half"));
        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
        using (var file = new WholeFile(path))
        {
            file.Content.Write("whole"u8);
            file.Keep();
        }

        Assert.Equal("whole", File.ReadAllText(path));
    }
}
