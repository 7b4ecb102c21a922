using System.Security.Cryptography;
using System.Text.Json;
using Regsosek.Api.Http;
using Regsosek.Api.Programmes;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>The rule that a list follows: that of a version of a programme, or one of its own.</summary>
public sealed class ListRules(ProgrammeCatalogue programmes, Facts facts)
{
    /// <summary>What a list asks of its rule, from what was requested.</summary>
    public ListRule Read(ListRequest request, Caller caller, DateOnly day) =>
        request.Programme is { } code ? OfProgramme(code, request.Version, caller, day) : OfItsOwn(request.Rule!.Value, request.Unit, caller);

    /// <exception cref="ProblemException">The version is not the one that the list was drafted by.</exception>
    public LoadedRule Of(TargetedList list)
    {
        if (list.Rule is not { } own) return Version(list) is { } version && version.Hash == list.RuleHash ? version.Rule : throw new ProblemException(Problems.NotFound);
        using var json = JsonDocument.Parse(own);
        return LoadedRule.Load(json.RootElement, list.OfPersons ? Unit.Person : Unit.Family, facts);
    }

    public ProgrammeVersion? Version(TargetedList list) => list.Programme is null ? null : Find(list.Programme, list.RuleVersion, list.Day);

    private ListRule OfProgramme(string code, int? number, Caller caller, DateOnly day)
    {
        if (programmes.Find(code) is not { } programme) throw new ProblemException(Problems.Invalid("programme", "there is none of this code."));
        if (!caller.Programmes.Contains(code)) throw new ProblemException(Problems.ProgrammeNotGranted);
        if (Find(code, number, day) is not { } version)
            throw new ProblemException(Problems.Invalid(number is null ? "programme" : "version", "none has come into force by that day."));
        var quota = version.Parameters.LastOrDefault(p => p.Name == "quota")?.Value;
        return new(version.Rule, version.Hash) { Programme = code, Version = version.Version, Quota = (long?)quota };
    }

    private ListRule OfItsOwn(JsonElement json, string? unit, Caller caller)
    {
        var text = JsonSerializer.Serialize(json);
        try
        {
            var rule = LoadedRule.Load(json, unit == "person" ? Unit.Person : Unit.Family, facts);
            if (rule.Root.Facts().FirstOrDefault(f => !caller.Sees(f.Needed())) is { } hidden) throw new ProblemException(Problems.NotGranted(hidden.Name));
            return new(rule, Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))) { Rule = text };
        }
        catch (RuleException fault)
        {
            throw new ProblemException(Problems.Invalid("rule", $"{fault.Message}."));
        }
    }

    private ProgrammeVersion? Find(string code, int? number, DateOnly day)
    {
        if (programmes.Find(code) is not { } programme) return null;
        return number is null ? programme.InForce(day) : programme.Versions.LastOrDefault(v => v.Version == number && v.ValidFrom <= day);
    }
}

/// <summary>A rule, by whatever a list has it.</summary>
public sealed record ListRule(LoadedRule Loaded, string Hash)
{
    public string? Programme { get; init; }
    public int? Version { get; init; }
    public string? Rule { get; init; }

    /// <summary>Of the whole nation.</summary>
    public long? Quota { get; init; }
}
