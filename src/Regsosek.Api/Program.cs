using System.CommandLine;
using Regsosek.Api;
using Regsosek.Api.Verbs;

var hub = new RootCommand(
    "The social-registry hub. Without a verb it serves; settings come as --Name:Of:Setting=value, from the environment or from appsettings.json.")
{
    ImportVerb.Command(), SeedVerb.Command(), ClassifyVerb.Command(), AccessLogVerb.Command(), PartnersVerb.Command(), MigrateVerb.Command(),
    KeysVerb.Command(), SettingsVerb.Command(), SchemaVerb.Command(),
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
var code = await asked.InvokeAsync();
return asked.Errors.Count > 0 ? 2 : code;
