using Regsosek.Data.Protection;

namespace Regsosek.Api;

/// <summary>Where the hub's secrets come from: a folder of their own, never the data's.</summary>
public static class Keys
{
    public static KeyRing Load(IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = configuration["Keys:Path"] ?? (environment.IsDevelopment()
            ? Path.Combine("var", "keys")
            : throw new InvalidOperationException("Set Keys:Path to the folder of keys.json (verb: keys create)."));
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
}
