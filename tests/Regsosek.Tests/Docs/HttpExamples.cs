using System.Net.Http.Headers;
using System.Text;

namespace Regsosek.Tests.Docs;

/// <summary>Every request of docs/http is sent as it stands, with host, token and id filled in.</summary>
[Collection(SharedHub.Name)]
public sealed class HttpExamples(TestHub hub)
{
    private static string Folder => Path.Combine(Folders.Root, "docs", "http");

    public static TheoryData<string> All() =>
        [.. Directory.GetFiles(Folder, "*.http").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>In the order of the file: an example may go on from the one before.</summary>
    [Theory, MemberData(nameof(All))]
    public async Task The_examples_of_a_file_answer(string file)
    {
        var http = HttpFile.Load(Path.Combine(Folder, file));
        Assert.True(http.Variables.ContainsKey("host") && http.Client.Length > 0, $"{file} names no host or no client.");
        Assert.NotEmpty(http.Examples);
        foreach (var example in http.Examples) await Answers(file, http, example);
    }

    private async Task Answers(string file, HttpFile http, HttpExample example)
    {
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
        Assert.True(answer.IsSuccessStatusCode, $"{file}, {example.Title}: {(int)answer.StatusCode} {text}");
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
