using System.Net.Http.Headers;
using System.Text;

namespace Regsosek.Tests.Docs;

/// <summary>Every request of docs/http is sent as it stands, with host, token and id filled in.</summary>
[Collection(SharedHub.Name)]
public sealed class HttpExamples(TestHub hub)
{
    private static string Folder => Path.Combine(Folders.Root, "docs", "http");

    public static TheoryData<string, int, string> All()
    {
        var all = new TheoryData<string, int, string>();
        foreach (var path in Directory.GetFiles(Folder, "*.http").Order(StringComparer.Ordinal))
        {
            var examples = HttpFile.Load(path).Examples;
            for (var i = 0; i < examples.Count; i++) all.Add(Path.GetFileName(path), i, examples[i].Title);
        }

        return all;
    }

    [Theory, MemberData(nameof(All))]
    public async Task An_example_answers(string file, int number, string title)
    {
        var http = HttpFile.Load(Path.Combine(Folder, file));
        var example = http.Examples[number];
        Assert.True(http.Variables.ContainsKey("host") && http.Client.Length > 0, $"{file} names no host or no client.");

        using var request = new HttpRequestMessage(new HttpMethod(example.Method), await Filled(example.Url, http));
        var type = "";
        foreach (var (name, value) in example.Headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) type = value;
            else request.Headers.TryAddWithoutValidation(name, await Filled(value, http));
        }

        if (example.Body.Length > 0)
            request.Content = new StringContent(await Filled(example.Body, http), Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var client = hub.Anyone();
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{file}, {title}: {(int)answer.StatusCode} {text}");
        if (example.Url.EndsWith("/graphql", StringComparison.Ordinal)) Assert.DoesNotContain("\"errors\"", text, StringComparison.Ordinal);
    }

    private async Task<string> Filled(string text, HttpFile http)
    {
        foreach (var (name, value) in http.Variables)
        {
            var place = $"{{{{{name}}}}}";
            if (!text.Contains(place, StringComparison.Ordinal)) continue;
            text = text.Replace(place, name switch
            {
                "host" => hub.Url.ToString().TrimEnd('/'),
                "token" => await hub.Token(http.Client),
                "household" => await Household(http.Client),
                _ => value,
            }, StringComparison.Ordinal);
        }

        return text;
    }

    private async Task<string> Household(string client) =>
        (await (await hub.As(client)).Json("/api/v1/households?limit=1&fields=id")).Items()[0].GetProperty("id").GetString()!;
}
