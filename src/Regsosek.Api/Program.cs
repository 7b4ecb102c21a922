using System.CommandLine;
using Regsosek.Api;
using Regsosek.Api.Verbs;

var hub = new RootCommand(
    "The social-registry hub. Without a verb it serves; settings come as --Name:Of:Setting=value, from the environment or from appsettings.json.")
{
    ImportVerb.Command(), SeedVerb.Command(), ModelVerb.Command(), ClassifyVerb.Command(), ProgrammesVerb.Command(), ListsVerb.Command(), TargetingVerb.Command(),
    AccessLogVerb.Command(), PartnersVerb.Command(),
    MigrateVerb.Command(), KeysVerb.Command(), BackupVerb.Command(), SettingsVerb.Command(), SchemaVerb.Command(),
};
Work.Takes(hub, [], async (app, _, stop) =>
{
    await FirstStart.Prepare(app, stop);
    await app.StartAsync(stop);
    Welcome.Print(app);
    await app.WaitForShutdownAsync(stop);
    return 0;
});
var asked = hub.Parse(args);

// Told to stop, the hub answers what it has begun (Limits:StopWithin) and a verb ends its batch: the two seconds of the library are not enough.
var code = await asked.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromHours(1) });
return asked.Errors.Count > 0 ? 2 : code;
