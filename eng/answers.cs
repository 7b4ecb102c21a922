#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Writes what follows from the data dictionary of form REGSOSEK22.K: the code lists, the answer members of the entities and
// docs/data-dictionary.md. A question is added to schema/questionnaire/regsosek22-k.json, never to a generated file.
//
//   dotnet run eng/answers.cs               writes the files
//   dotnet run eng/answers.cs -- --check    writes nothing; exits 1 and names every file that is out of date

using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

const string dictionaryPath = "schema/questionnaire/regsosek22-k.json";
const string generated = "src/Regsosek.Data/Households";

var root = Root();
var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
var dictionary = Read<Questionnaire>(dictionaryPath);
var profiles = Directory.GetFiles(Path.Combine(root, "schema/questionnaire/profiles"), "*.json").Order(StringComparer.Ordinal)
    .Select(path => Read<SourceProfile>(Path.GetRelativePath(root, path))).ToList();

var faults = Faults.In(dictionary).Concat(profiles.SelectMany(profile => Faults.In(profile, dictionary))).ToList();
if (faults.Count > 0)
{
    foreach (var fault in faults) Console.Error.WriteLine(fault);
    return 1;
}

var files = new Dictionary<string, string>
{
    [$"{generated}/Codes.g.cs"] = CSharp.Codes(dictionary),
    [$"{generated}/HouseholdAnswers.g.cs"] = CSharp.Answers(dictionary, "family", "HouseholdAnswers",
        "What a family answered on form K; null is unanswered or not asked."),
    [$"{generated}/PersonAnswers.g.cs"] = CSharp.Answers(dictionary, "person", "PersonAnswers",
        "What was answered about a member on form K; null is unanswered or not asked."),
    ["docs/data-dictionary.md"] = Markdown.Page(dictionary),
};

var stale = files.Where(file => !IsCurrent(file.Key, file.Value)).ToList();
if (args.Contains("--check"))
{
    foreach (var file in stale) Console.Error.WriteLine($"{file.Key} is out of date: run dotnet run eng/answers.cs");
    return stale.Count > 0 ? 1 : 0;
}

foreach (var (path, text) in stale)
{
    var full = Path.Combine(root, path);
    Directory.CreateDirectory(Path.GetDirectoryName(full)!);
    File.WriteAllText(full, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    Console.WriteLine($"wrote {path}");
}

return 0;

T Read<T>(string path) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(root, path)), json)!;

bool IsCurrent(string path, string text)
{
    var full = Path.Combine(root, path);
    return File.Exists(full) && File.ReadAllText(full).ReplaceLineEndings("\n") == text;   // a checkout may have its own line endings
}

static string Root()
{
    for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        if (File.Exists(Path.Combine(folder.FullName, dictionaryPath))) return folder.FullName;
    throw new FileNotFoundException($"{dictionaryPath} is in no folder above this one.");
}

internal sealed record Questionnaire(
    string Form, int Version, string Source, string UniverseNote, string ShelfLifeNote, string DataClassNote,
    IReadOnlyList<Block> Blocks, IReadOnlyDictionary<string, CodeList> CodeLists, IReadOnlyList<Variable> Variables);

internal sealed record Block([property: JsonPropertyName("block")] string Number, string En, string Id);

internal sealed record CodeList(string En, string Id, IReadOnlyList<Code> Codes);

internal sealed record Code([property: JsonPropertyName("code")] short Number, string Name, string En, string Id);

internal sealed record Variable(
    string Q, string Name, string En, string Id, string Unit, string Block, string Type, string? CodeList,
    string? Universe, string DataClass, string Group, int? ShelfLifeMonths, string? Alias, string Form, int? Min, int? Max, int? MaxLength,
    IReadOnlyList<short>? UnknownCodes, IReadOnlyList<short>? SensitiveCodes, bool Optional, string Stored)
{
    public bool IsGenerated => Stored == "answers";
    public bool IsCoded => CodeList is not null;
    public string? Range => IsCoded || (Min is null && Max is null) ? null : $"{Min} to {Max}";
}

internal sealed record SourceProfile(
    string Profile, IReadOnlyDictionary<string, SourceField> Family, IReadOnlyDictionary<string, SourceField> Person);

internal sealed record SourceField(IReadOnlyDictionary<string, short>? Codes);

/// <summary>What would make the generated files wrong or ambiguous.</summary>
internal static class Faults
{
    private static readonly string[] Types = ["code", "sum", "yesNo", "yesNoUnknown", "integer", "decimal", "text", "date", "identifier"];
    private static readonly string[] Coded = ["code", "sum", "yesNo", "yesNoUnknown"];
    private static readonly string[] Groups = ["identity", "children", "location", "coordinates", "demography", "housing", "education", "work",
        "health", "health-sensitive", "protection", "assets", "classification", "score"];

    public static IEnumerable<string> In(Questionnaire dictionary)
    {
        foreach (var twice in dictionary.Variables.GroupBy(v => (v.Unit, v.Name)).Where(g => g.Count() > 1))
            yield return $"{twice.Key.Unit} has {twice.Key.Name} twice.";
        foreach (var twice in dictionary.Variables.Where(v => v.Q != "-").GroupBy(v => v.Q).Where(g => g.Count() > 1))
            yield return $"Question {twice.Key} is described twice.";
        foreach (var unused in dictionary.CodeLists.Keys.Except(dictionary.Variables.Select(v => v.CodeList)))
            yield return $"No variable uses the code list {unused}.";
        // Inside an entity, Sex.Female would be read as a member of the nullable property Sex.
        foreach (var name in dictionary.CodeLists.Keys.Intersect(dictionary.Variables.Select(v => v.Name)))
            yield return $"The code list {name} needs a name that no variable has.";

        foreach (var (name, list) in dictionary.CodeLists)
        {
            if (list.Codes.Select(c => c.Name).Distinct().Count() < list.Codes.Count) yield return $"{name} names two codes alike.";
            if (list.Codes.Select(c => c.Number).Distinct().Count() < list.Codes.Count) yield return $"{name} has a code twice.";
        }

        foreach (var v in dictionary.Variables)
        {
            if (!Types.Contains(v.Type)) yield return $"{v.Name}: there is no type {v.Type}.";
            if (!Groups.Contains(v.Group)) yield return $"{v.Name}: there is no group {v.Group}.";
            if (v.Unit is not ("family" or "person")) yield return $"{v.Name}: there is no unit {v.Unit}.";
            if (v.DataClass is not ("general" or "specific")) yield return $"{v.Name}: there is no data class {v.DataClass}.";
            if (v.Stored is not ("answers" or "own")) yield return $"{v.Name}: stored is answers or own.";
            if (dictionary.Blocks.All(b => b.Number != v.Block)) yield return $"{v.Name}: there is no block {v.Block}.";
            if (Coded.Contains(v.Type) != v.IsCoded) yield return $"{v.Name}: {v.Type} and a code list do not go together.";
            if (v.Type is "text" && v.MaxLength is null) yield return $"{v.Name}: a text needs maxLength.";
            if (v.IsGenerated && v.Type is "decimal" or "identifier") yield return $"{v.Name}: {v.Type} is kept by hand (stored: own).";
            if (v.CodeList is null) continue;

            if (!dictionary.CodeLists.TryGetValue(v.CodeList, out var list)) yield return $"{v.Name}: there is no code list {v.CodeList}.";
            else
                foreach (var code in (v.UnknownCodes ?? []).Concat(v.SensitiveCodes ?? []).Where(code => list.Codes.All(c => c.Number != code)))
                    yield return $"{v.Name}: {v.CodeList} has no code {code}.";
        }
    }

    public static IEnumerable<string> In(SourceProfile profile, Questionnaire dictionary)
    {
        foreach (var (unit, fields) in new[] { ("family", profile.Family), ("person", profile.Person) })
            foreach (var (name, field) in fields)
            {
                if (dictionary.Variables.FirstOrDefault(v => v.Unit == unit && v.Name == name) is not { } variable)
                {
                    yield return $"{profile.Profile}: {unit} has no {name}.";
                    continue;
                }

                var known = variable.CodeList is { } list ? dictionary.CodeLists[list].Codes.Select(c => c.Number).ToHashSet() : [];
                foreach (var code in (field.Codes?.Values ?? []).Where(code => !known.Contains(code)))
                    yield return $"{profile.Profile}: {name} translates to {code}, which is not on the form.";
            }
    }
}

internal static class CSharp
{
    private const string Head = "// <auto-generated/> by eng/answers.cs from schema/questionnaire/regsosek22-k.json\n#nullable enable\n\n";

    public static string Codes(Questionnaire dictionary)
    {
        var text = new StringBuilder(Head).Append("namespace Regsosek.Data.Households;\n");
        foreach (var (name, list) in dictionary.CodeLists)
        {
            var isSum = dictionary.Variables.Any(v => v.CodeList == name && v.Type == "sum");
            text.Append($"\n/// <summary>{Xml(list.En, list.Id)}.</summary>\n");
            if (isSum) text.Append("[System.Flags]\n");
            text.Append($"public enum {Pascal(name)} : short\n{{\n");
            text.AppendJoin('\n', list.Codes.Select(code =>
                $"    /// <summary>{Xml(code.En, code.Id)}.</summary>\n    {code.Name} = {code.Number},\n"));
            text.Append("}\n");
        }

        return text.ToString();
    }

    public static string Answers(Questionnaire dictionary, string unit, string type, string summary)
    {
        var text = new StringBuilder(Head).Append("using System.ComponentModel.DataAnnotations;\n\nnamespace Regsosek.Data.Households;\n\n");
        text.Append($"/// <summary>{summary}</summary>\npublic abstract class {type}\n{{\n");
        text.AppendJoin('\n', dictionary.Variables.Where(v => v.IsGenerated && v.Unit == unit).Select(Member));
        return text.Append("}\n").ToString();
    }

    private static string Member(Variable v)
    {
        var length = v.MaxLength is { } most ? $"    [MaxLength({most})]\n" : "";
        return $"    /// <summary>{Xml(v.En, v.Id)}. {SecurityElement.Escape(About(v))}</summary>\n"
            + $"{length}    public {Type(v)}? {Pascal(v.Name)} {{ get; set; }}\n";
    }

    private static string About(Variable v) => string.Join(" ", new[]
    {
        v.Q switch { "-" => "Beside the numbered questions.", "VI" => "Block VI.", _ => $"Question {v.Q}." },
        v.Range is { } range ? $"{range}." : null,
        v.UnknownCodes is { } codes ? $"{string.Join(", ", codes)} is don't know." : null,
        v.Universe is { } universe ? $"Asked when {universe}." : null,
    }.OfType<string>());

    private static string Type(Variable v) => v.Type switch
    {
        "integer" => v.Max is > short.MaxValue or null ? "int" : "short",
        "text" => "string",
        "date" => "System.DateOnly",
        _ => Pascal(v.CodeList!),
    };

    public static string Pascal(string name) => char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];

    private static string Xml(string en, string id) => SecurityElement.Escape(en == id ? en : $"{en} ({id})");
}

internal static class Markdown
{
    public static string Page(Questionnaire dictionary)
    {
        var text = new StringBuilder();
        text.Append($"# Data dictionary of {dictionary.Form}, version {dictionary.Version}\n\n");
        text.Append("Generated by `eng/answers.cs` from `schema/questionnaire/regsosek22-k.json`; change that file and run it again.\n\n");
        text.Append($"- Source: {dictionary.Source}\n- Universe: {dictionary.UniverseNote}\n");
        text.Append($"- Shelf life: {dictionary.ShelfLifeNote}\n- Class: {dictionary.DataClassNote}\n");
        text.Append("- Alias: the column in OpenSID. The name of a field in the field tools is `form` in the JSON.\n");

        foreach (var block in dictionary.Blocks)
        {
            text.Append($"\n## {(block.Number == "-" ? "" : $"Block {block.Number}: ")}{block.En} ({block.Id})\n\n");
            Table(text, ["Q", "Name", "English", "Indonesian", "Type", "Unit", "Universe", "Class", "Group", "Months", "Alias"],
                dictionary.Variables.Where(v => v.Block == block.Number).Select(v => new[]
                {
                    v.Q, $"`{v.Name}`", v.En, v.Id, Type(v), v.Unit, v.Universe, v.DataClass, Group(v),
                    v.ShelfLifeMonths?.ToString(CultureInfo.InvariantCulture), v.Alias is { } alias ? $"`{alias}`" : null,
                }));
        }

        text.Append("\n## Code lists\n");
        foreach (var (name, list) in dictionary.CodeLists)
        {
            var asked = dictionary.Variables.Where(v => v.CodeList == name).Select(v => v.Q);
            text.Append($"\n### {CSharp.Pascal(name)}\n\n{list.En} ({list.Id}); `{name}`, questions {string.Join(", ", asked)}.\n\n");
            Table(text, ["Code", "Name", "English", "Indonesian"],
                list.Codes.Select(c => new[] { c.Number.ToString(CultureInfo.InvariantCulture), $"`{c.Name}`", c.En, c.Id }));
        }

        return text.ToString();
    }

    private static string Type(Variable v)
    {
        var kind = v.CodeList is { } list ? $"{(v.Type == "sum" ? "sum of " : "")}[{CSharp.Pascal(list)}](#{list.ToLowerInvariant()})" : v.Type;
        var size = v.Range ?? (v.MaxLength is { } most ? $"up to {most}" : null);
        return kind + (size is null ? "" : $", {size}") + (v.Optional ? ", optional" : "");
    }

    private static string Group(Variable v) =>
        v.SensitiveCodes is { } codes ? $"{v.Group} (codes {string.Join(", ", codes)}: health-sensitive)" : v.Group;

    private static void Table(StringBuilder text, string[] head, IEnumerable<string?[]> rows)
    {
        text.Append($"| {string.Join(" | ", head)} |\n|{string.Concat(head.Select(_ => "---|"))}\n");
        foreach (var row in rows)
            text.Append($"| {string.Join(" | ", row.Select(cell => cell?.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
    }
}
