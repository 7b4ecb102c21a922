using System.ComponentModel;
using Regsosek.Api.Settings;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Protection;

/// <summary>Where the hub's secrets are.</summary>
[Section("Keys")]
public sealed class KeySettings
{
    [Description("folder of `keys.json`; in Development `var/keys` when it is not set")]
    public string? Path { get; init; }
}

/// <summary>Where the hub's secrets come from: a folder of their own, never the data's.</summary>
public static class Keys
{
    public static KeyRing Load(KeySettings settings, IHostEnvironment environment)
    {
        var folder = settings.Path ?? (environment.IsDevelopment()
            ? Path.Combine("var", "keys")
            : throw new InvalidOperationException("Set Keys:Path to the folder of keys.json (verb: keys create)."));
        if (!environment.IsDevelopment()) RefuseOpen(Path.Combine(folder, KeyRing.FileName));
        if (KeyRing.Load(folder) is { } ring)
        {
            return ring.Development && !environment.IsDevelopment()
                ? throw new InvalidOperationException("The key ring is a development one; make one of its own with: keys create.")
                : ring;
        }

        if (!environment.IsDevelopment()) throw new InvalidOperationException($"There is no {KeyRing.FileName} at Keys:Path (verb: keys create).");
        var made = KeyRing.Create(development: true);
        made.Save(folder);
        return made;
    }

    private static void RefuseOpen(string file)
    {
        const UnixFileMode NotTheOwner = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows() && File.Exists(file) && (File.GetUnixFileMode(file) & NotTheOwner) != 0)
            throw new InvalidOperationException($"{KeyRing.FileName} at Keys:Path may be read or written by others than its owner: chmod 600.");
    }
}
