using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Regsosek.Api;
using Regsosek.Api.Access;

namespace Regsosek.Benchmarks;

/// <summary>Registers partners by the hub's own verb.</summary>
internal static class Partners
{
    /// <summary>A partner with the grants of the floor's and other regions; gives its secret. One that is there from an earlier run has its secret
    /// in the folder.</summary>
    public static async Task<string> Add(RunSettings settings, string code, string[] regions, CancellationToken stop)
    {
        var known = Path.Combine(settings.Folder, $"{code}.secret");
        if (File.Exists(known)) return await File.ReadAllTextAsync(known, stop);
        var all = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Hub.Schema, "partners", "demo.json"), stop))!.AsArray();
        var partner = all.Single(p => (string?)p!["code"] == Floor.Partner)!.AsObject();
        partner["code"] = code;
        partner["name"] = code;
        partner.Remove("reviewers");
        partner["scopes"] = new JsonArray(JsonValue.Create(Scopes.RegistryRead));
        partner["regions"] = new JsonArray([.. regions.Select(r => JsonValue.Create(r))]);
        var file = Path.Combine(settings.Folder, $"{code}.json");
        await File.WriteAllTextAsync(file, partner.ToJsonString(JsonSerializerOptions.Web), stop);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[settings.Hub, "partners", "add", file, .. settings.HubSettings]) start.ArgumentList.Add(argument);
        using var verb = Process.Start(start)!;
        var output = await verb.StandardOutput.ReadToEndAsync(stop);
        var secret = output.Split("this once: ") is [_, var said] ? said.Trim() : throw new InvalidOperationException($"{code}: {output}");
        await File.WriteAllTextAsync(known, secret, stop);
        return secret;
    }
}
