using System.CommandLine;
using Regsosek.Data.Protection;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>keys create, keys rotate: the hub's secrets.</summary>
public static class KeysVerb
{
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Where keys.json is: a place of its own, never beside the data." };
        var create = new Command("create", "Makes a key ring for production.") { folder };
        create.SetAction(parsed =>
        {
            var at = parsed.GetValue(folder)!.FullName;
            if (KeyRing.Load(at) is not null)
            {
                AnsiConsole.WriteLine("There is a key ring already; it is left as it is.");
                return 2;
            }

            KeyRing.Create(development: false).Save(at);
            AnsiConsole.WriteLine("Made. Back it up apart from the data: without it no NIK can be read again.");
            return 0;
        });
        var rotate = new Command("rotate",
            "Adds a sealing and a signing key; what was sealed or signed before still opens. Restart the hub afterwards.") { folder };
        rotate.SetAction(parsed =>
        {
            var at = parsed.GetValue(folder)!.FullName;
            if (KeyRing.Load(at) is not { } ring)
            {
                AnsiConsole.WriteLine("There is no key ring there.");
                return 2;
            }

            ring.Rotate();
            ring.Save(at);
            AnsiConsole.WriteLine($"{ring.Sealing.Count} sealing and {ring.Signing.Count} signing keys; the newest are used.");
            return 0;
        });
        return new Command("keys", "The hub's secrets.") { create, rotate };
    }
}
