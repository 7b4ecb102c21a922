using System.CommandLine;
using Regsosek.Api.Partners;
using Spectre.Console;

namespace Regsosek.Api.Verbs;

/// <summary>partners add: a partner with its agreement and client.</summary>
public static class PartnersVerb
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "The partner and its agreement, in the shape of an entry of schema/partners/demo.json."
        };
        var jwks = new Option<FileInfo?>("--jwks")
        {
            Description =
                "Public keys (JWKS) of the client, which then proves itself by private_key_jwt; without it a secret is made and shown once."
        };
        return new Command("partners", "Partners and their agreements.")
        {
            new Command("add", "Registers a partner, its agreement and its client.") { file, jwks }.Does(async (app, parsed, stop) =>
            {
                var document = PartnerDocument.Read(parsed.GetValue(file)!.FullName);
                var keys = parsed.GetValue(jwks) is { } path ? await File.ReadAllTextAsync(path.FullName, stop) : null;
                var secrets = await AddPartner.Run(document, keys, demo: false, app.Services, stop);
                AnsiConsole.WriteLine($"Partner {document.Code} is registered; its client has the same id.");
                foreach (var (client, secret) in secrets) AnsiConsole.WriteLine($"Secret of {client}, shown this once: {secret}");
                return 0;
            }),
        };
    }
}
