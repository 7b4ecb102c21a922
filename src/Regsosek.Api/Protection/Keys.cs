using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Regsosek.Api.Settings;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Protection;

/// <summary>Where the hub's secrets are.</summary>
[Section("Keys")]
public sealed class KeySettings
{
    [Description("folder of `keys.json`; in Development `var/keys` when it is not set")]
    public string? Path { get; init; }

    [Description("how often a running hub looks whether a verb changed `keys.json`")]
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00", ErrorMessage = "is between 50 milliseconds and a minute.")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>Where the hub's secrets come from: a folder of their own, never the data's.</summary>
public static class Keys
{
    public static LiveKeyRing Load(KeySettings settings, IHostEnvironment environment)
    {
        var folder = Folder(settings, environment);
        if (environment.IsDevelopment() && KeyRing.Load(folder) is null) KeyRing.Create(development: true).Save(folder);
        return new LiveKeyRing(folder, () => Load(folder, environment), settings.LookEvery);
    }

    public static string Folder(KeySettings settings, IHostEnvironment environment) => settings.Path ?? (environment.IsDevelopment()
        ? Path.Combine("var", "keys")
        : throw new InvalidOperationException("Set Keys:Path to the folder of keys.json (verb: keys create)."));

    private static KeyRing? Load(string folder, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment()) RefuseOpen(Path.Combine(folder, KeyRing.FileName));
        var ring = KeyRing.Load(folder);
        return ring is { Development: true } && !environment.IsDevelopment()
            ? throw new InvalidOperationException("The key ring is a development one; make one of its own with: keys create.")
            : ring;
    }

    private static void RefuseOpen(string file)
    {
        const UnixFileMode NotTheOwner = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows() && File.Exists(file) && (File.GetUnixFileMode(file) & NotTheOwner) != 0)
            throw new InvalidOperationException($"{KeyRing.FileName} at Keys:Path may be read or written by others than its owner: chmod 600.");
    }
}

/// <summary>Looks at the keys now and then, so that tokens are signed by a new key even while nobody needs one.</summary>
public sealed class KeyWatch(LiveKeyRing keys, KeySettings settings, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.LookEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) keys.Look();
        }
        catch (OperationCanceledException)
        {
            // The hub ends.
        }
    }
}
