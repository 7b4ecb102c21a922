using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data;

namespace Regsosek.Api.Enumeration;

/// <summary>The report file of an import: what is wrong, where, and what to do. It is written from the stored findings, so an import that
/// was stopped and gone on with has one whole report; and findings hold no values, so neither does it.</summary>
public static class ImportReport
{
    private static readonly string[] Columns = ["line", "field", "rule", "severity", "says", "says_id", "what_to_do", "what_to_do_id"];

    private static readonly FrozenDictionary<string, Check> ById = typeof(Checks).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => f.GetValue(null)).OfType<Check>().ToFrozenDictionary(c => c.Id);

    /// <summary>The check with this id, for what shows findings elsewhere.</summary>
    public static Check? Find(string id) => ById.GetValueOrDefault(id);

    public static async Task Write(Registry registry, long importKey, Stream file, CancellationToken stop)
    {
        await using var text = new StreamWriter(file, leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        foreach (var column in Columns) csv.WriteField(column);
        await csv.NextRecordAsync();
        var findings = registry.Findings.AsNoTracking().Where(f => f.ImportKey == importKey).OrderBy(f => f.Line).ThenBy(f => f.Key);
        await foreach (var finding in findings.AsAsyncEnumerable().WithCancellation(stop))
        {
            var check = ById[finding.Rule];
            csv.WriteField(finding.Line);
            csv.WriteField(finding.At);
            csv.WriteField(finding.Rule);
            csv.WriteField(finding.Severity.ToString().ToLowerInvariant());
            csv.WriteField(check.Says.En);
            csv.WriteField(check.Says.Id);
            csv.WriteField(check.ToDo.En);
            csv.WriteField(check.ToDo.Id);
            await csv.NextRecordAsync();
        }
    }
}
