using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Http;
using Regsosek.Api.Partners;
using Regsosek.Api.Protection;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>keys create, keys rotate, keys forget: the hub's secrets. A running hub takes up what they change.</summary>
public static class KeysVerb
{
    public static Command Command() => new("keys", "The hub's secrets.")
    {
        Create(), new Command("rotate", "New keys, while the hub runs.") { Tokens(), Seals(), Pseudonyms() }, Forget(),
    };

    private static Command Create()
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
        return create;
    }

    private static Command Tokens()
    {
        var cut = new Option<bool>("--cut") { Description = "Tokens and cursors of every earlier key end at once." };
        return new Command("tokens", "Signing, token-encryption and cursor keys; tokens out there hold until they end.") { cut }
            .Does((app, parsed, _) =>
        {
            using var rotate = Begin(app);
            rotate.Tokens(app.Services.GetRequiredService<AuthSettings>().TokenLifetime, parsed.GetValue(cut));
            AnsiConsole.WriteLine("New tokens are signed by a new key.");
            return Task.FromResult(0);
        });
    }

    private static Command Seals()
    {
        var batch = new Option<int>("--batch") { Description = "Rows a transaction.", DefaultValueFactory = _ => 1000 };
        return new Command("seals",
            "A sealing and a look-up key, and every NIK, KK and payload sealed and hashed anew. Run again after a kill: it goes on.") { batch }
            .Does(async (app, parsed, stop) =>
        {
            using var rotate = Begin(app);
            var settle = app.Services.GetRequiredService<LimitSettings>().Timeout + app.Services.GetRequiredService<KeySettings>().LookEvery;
            var rows = await AnsiConsole.Status().StartAsync("Sealing anew", status => rotate.Seals(app.Services.GetRequiredService<Registries>(),
                Math.Max(1, parsed.GetValue(batch)), settle, (table, done) => status.Status($"{table}: {done:N0}"), stop));
            AnsiConsole.WriteLine($"{rows:N0} rows are sealed anew. The keys before still open copies; drop them with: keys forget seals.");
            return 0;
        });
    }

    private static Command Pseudonyms()
    {
        var partner = new Option<string?>("--partner") { Description = "Code of one partner; every partner by default." };
        var overlap = new Option<int>("--overlap")
        {
            Description = "For how many days, today included, the former ids are still read, as the agreement says; 0 cuts them at once.",
            DefaultValueFactory = _ => 90,
        };
        return new Command("pseudonyms", "Other pseudonyms for a partner. Asked by a former one, the hub answers with the new one.")
            { partner, overlap }
            .Does(async (app, parsed, stop) =>
        {
            using var rotate = Begin(app);
            await using var registry = app.Services.GetRequiredService<Registries>().For(Caller.System("rotate pseudonyms"));
            var one = parsed.GetValue(partner);
            var partners = await registry.Partners.Where(p => one == null || p.Code == one).Select(p => p.Code).ToListAsync(stop);
            if (partners.Count == 0) throw new InvalidOperationException($"There is no partner '{one}'.");
            var until = rotate.Pseudonyms(partners, Math.Max(0, parsed.GetValue(overlap)));
            AnsiConsole.WriteLine($"{partners.Count} partners have other pseudonyms; former ones are read up to {until:yyyy-MM-dd}.");
            return 0;
        });
    }

    private static Command Forget() => new("forget", "Drops keys that nothing needs any more.")
    {
        new Command("seals", "Sealing and look-up keys before the newest, after making sure that no row stands under them.")
            .Does(async (app, _, stop) =>
        {
            using var rotate = Begin(app);
            await rotate.Forget(app.Services.GetRequiredService<Registries>(), stop);
            AnsiConsole.WriteLine("Forgotten. Backups from before need the key ring from before.");
            return 0;
        }),
    };

    private static RotateKeys Begin(WebApplication app) =>
        new(Keys.Folder(app.Services.GetRequiredService<KeySettings>(), app.Environment), app.Services.GetRequiredService<TimeProvider>());
}
