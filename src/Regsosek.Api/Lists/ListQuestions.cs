using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Api.Regions;
using Regsosek.Api.Rules;
using Regsosek.Data;
using Regsosek.Data.AsOf;
using Regsosek.Data.Lists;

namespace Regsosek.Api.Lists;

/// <summary>Reads what is asked of a list. What is not granted is refused by name.</summary>
public sealed class ListQuestions(Caller caller, ListRules rules, ListShapes shapes, KnownRegions regions)
{
    /// <exception cref="ProblemException">It can't be asked so.</exception>
    public async Task<TargetedList> Read(ListRequest request, Moment moment, string requestId, CancellationToken stop)
    {
        // Fields of one's choice are those of the list of families.
        string[] scopes = [request.Programme is null ? Scopes.RegistryRead : Scopes.EligibilityRead, .. request.Fields is null ? Array.Empty<string>() : [Scopes.RegistryRead]];
        if (scopes.FirstOrDefault(s => !caller.Scopes.Contains(s)) is { } lacking) throw new ProblemException(Problems.Scope(lacking));
        var rule = rules.Read(request, caller, moment.Day);
        if (request.Region is { } region)
        {
            if (region.Contains(',')) throw new ProblemException(Problems.Invalid("region", "one region."));
            await regions.Check(region, "region", stop);
        }

        var ranked = caller.Sees(FieldGroups.Classification);
        if (request.Order == "rank" && !ranked) throw new ProblemException(Problems.NotGranted("rank"));
        if (request.Stage is not null && !ranked) throw new ProblemException(Problems.NotGranted("stage"));
        var list = Of(request, rule, [.. scopes.Distinct()], ranked && request.Order != "id", requestId);
        var shape = shapes.Of(list, caller);
        foreach (var format in list.Formats) ListLines.Of(format, shape).Dispose();
        list.Groups = shape.Groups | rule.Loaded.Groups | (list.ByRank ? FieldGroups.Classification : FieldGroups.None);
        return list;
    }

    /// <summary>What the access log says of it.</summary>
    public string Shape(TargetedList list) => $"programme={list.Programme}&rule={list.RuleHash[..16]}&region={list.Region}&quota={list.Quota}&order={(list.ByRank ? "rank" : "id")}"
        + $"&fields={list.Fields}";

    private TargetedList Of(ListRequest request, ListRule rule, string[] scopes, bool byRank, string requestId) => new()
    {
        Client = caller.ClientId,
        AgreementKey = caller.AgreementKey,
        AgreementVersion = caller.AgreementVersion,
        Purpose = caller.Purpose,
        EndUser = caller.EndUser,
        Terms = (Exports.ExportTerms.Of(caller, scopes) with { Programmes = rule.Programme is { } code ? [code] : [] }).Write(),
        RequestId = requestId,
        Programme = rule.Programme,
        RuleVersion = rule.Version,
        Rule = rule.Rule,
        RuleHash = rule.Hash,
        OfPersons = rule.Loaded.Unit == Unit.Person,
        Region = request.Region is "ID" ? null : request.Region,
        Quota = request.Quota ?? (request.Region is null or "ID" && caller.Regions.National ? rule.Quota : null),
        ByRank = byRank,
        Fields = request.Fields,
        Formats = request.Kinds,
        Gzip = request.Gzip,
        AsOf = "",
    };
}
