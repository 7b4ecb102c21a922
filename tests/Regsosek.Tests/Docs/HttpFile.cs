using System.Text.RegularExpressions;

namespace Regsosek.Tests.Docs;

/// <summary>One request of a .http file, with its variables still in it.</summary>
public sealed record HttpExample(string Title, string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers, string Body);

/// <summary>A file of examples in the .http format of editors: variables, requests between ###, in each a request line, headers, a blank line, a body.</summary>
public sealed partial class HttpFile
{
    private HttpFile(string text)
    {
        var blocks = Separator().Split(text.ReplaceLineEndings("\n"));
        Client = ClientLine().Match(blocks[0]).Groups[1].Value;
        Variables = VariableLine().Matches(blocks[0]).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim());
        Examples = [.. blocks.Skip(1).Select(Read)];
    }

    /// <summary>The demo partner whose token the examples carry; none for public routes.</summary>
    public string Client { get; }

    public IReadOnlyDictionary<string, string> Variables { get; }
    public IReadOnlyList<HttpExample> Examples { get; }

    public static HttpFile Load(string path) => new(File.ReadAllText(path));

    private static HttpExample Read(string block)
    {
        var lines = block.Split('\n');
        var title = lines[0].Trim();
        var rest = lines.Skip(1).SkipWhile(l => l.Trim().Length == 0 || l.StartsWith('#')).ToList();
        var request = rest[0].Split(' ', 2);
        var headers = rest.Skip(1).TakeWhile(l => l.Trim().Length > 0).Select(l => l.Split(':', 2)).Select(h => (h[0].Trim(), h[1].Trim())).ToList();
        var body = string.Join('\n', rest.Skip(1 + headers.Count)).Trim();
        return new(title, request[0], request[1].Trim(), headers, body);
    }

    [GeneratedRegex("^###", RegexOptions.Multiline)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^# client: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex ClientLine();

    [GeneratedRegex(@"^@(\w+) = (.+)$", RegexOptions.Multiline)]
    private static partial Regex VariableLine();
}
