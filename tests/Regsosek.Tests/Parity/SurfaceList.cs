using System.CommandLine;
using System.Reflection;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Regsosek.Api.Graph;
using Regsosek.Api.Verbs;

namespace Regsosek.Tests.Parity;

/// <summary>Whatever gives out person-level data is asked by the parity test: a new route or a new field of the graph either joins a surface, or
/// says here why it gives nothing of persons.</summary>
[Collection(SharedHub.Name)]
public sealed class SurfaceList(TestHub hub)
{
    private static readonly HashSet<string> Asked = [.. ParityTests.Surfaces.SelectMany(s => s.Covers)];

    private static readonly Dictionary<string, string> NotOfPersons = new()
    {
        ["GetMe"] = "the caller's own agreement; its count of families not yet ranked is held by AgreementTests",
        ["GetEffect"] = "how many families a change would add or take, rounded to ten, for stewards; held by the tests of agreements",
        ["DraftAgreement"] = "agreements",
        ["ApproveAgreement"] = "agreements",
        ["RejectDraft"] = "agreements",
        ["ListDrafts"] = "agreements",
        ["ListModels"] = "documents of scoring models",
        ["GetModel"] = "documents of scoring models",
        ["GetModelDocument"] = "documents of scoring models",
        ["DraftModel"] = "documents of scoring models",
        ["PublishModel"] = "documents of scoring models",
        ["ListRuns"] = "runs: counts of families and persons of a whole scope",
        ["GetRun"] = "runs: counts of families and persons of a whole scope",
        ["BeginRun"] = "runs: counts of families and persons of a whole scope",
        ["CancelRun"] = "runs: counts of families and persons of a whole scope",
        ["CompareRuns"] = "counts of a whole scope for the statistics office, held by ComparisonTests",
        ["GetListedDocuments"] = "documents of GraphQL",
        ["ListDocuments"] = "documents of GraphQL",
        ["Live"] = "health",
        ["Ready"] = "health",
        ["GraphQLPage"] = "GraphiQL",
        ["GraphQLPageFile"] = "GraphiQL",
        ["ListRegions"] = "regions",
        ["GetRegion"] = "regions",
        ["GetDictionary"] = "the dictionary",
        ["GetCodeList"] = "code lists",
        ["ListProgrammes"] = "documents of programmes",
        ["GetProgramme"] = "documents of programmes",
        ["ListAgreements"] = "agreements",
        ["GetAgreement"] = "agreements",
        ["ChangeAgreement"] = "agreements",
        ["ResumeClient"] = "agreements",
        ["ListAccess"] = "who read what: ids of families for auditors, held by AccessLogTests",
        ["ListRegisters"] = "what the partner itself declared and sent, in numbers of lines",
        ["GetRegister"] = "what the partner itself declared and sent, in numbers of lines",
        ["DeclareRegister"] = "what the partner itself declared and sent, in numbers of lines",
        ["GetRegisterDelivery"] = "lines refused, and why; whom the hub knows is not told, held by RegisterTests",
        ["DeliverFacts"] = "lines refused, and why; whom the hub knows is not told, held by RegisterTests",
        ["DraftProgramme"] = "documents of programmes",
        ["GetProgrammeDraft"] = "documents of programmes",
        ["PublishProgramme"] = "documents of programmes",
        ["RejectProgramme"] = "documents of programmes",
        ["SimulateProgramme"] = "counts of the families in the author's own scope, by rules over what he may see; held by SimulationTests",
        ["GetSimulation"] = "the same, for his institution",
        ["ListLeavers"] = "families of the programme's own ministry, which draws no random agreement; held by LeaversTests",
        ["ApproveList"] = "counts of a list; held by ListsOfAnAgreement",
        ["RejectList"] = "counts of a list; held by ListsOfAnAgreement",
        ["AcknowledgeList"] = "counts of a list, and who acknowledged; held by ListsOfAnAgreement",
        ["GetListDrift"] = "who left a list, and why; held by ListDrift against the verdicts of the same families",
        ["GiveListNotice"] = "places and a reason; held by ListDrift",
        ["GetListNotices"] = "places and a reason; held by ListDrift",
        ["TargetedList.drift"] = "the same as GetListDrift",
        ["Programme.related"] = "documents of programmes",
        ["Region.children"] = "regions",
        ["DeliverParticipation"] = "the sender's own delivery: counts of its rows",
        ["GetDelivery"] = "the sender's own delivery: counts, rounded; held by ParticipationHttpTests",
        ["ListDeliveredRows"] = "whether the numbers that the sender sent are known, in his scope; held by ParticipationHttpTests",
        ["GetParticipationTotals"] = "public figures, suppressed and rounded; held by ParticipationTotals",
        ["GetLocalParticipationTotals"] = "the same of districts and villages",
        ["ListFlags"] = "documents of rules",
        ["GetTargeting"] = "public figures, suppressed and rounded; held by FiguresOfTargeting",
        ["GetLocalTargeting"] = "the same of districts and villages",
        ["GetOwnTargeting"] = "counts for the owner of the programme, who has the verdict and the rows of each; held by FiguresOfTargeting",
        ["AssessTargeting"] = "that a period is counted anew",
        ["TargetingPage"] = "the public figures as a page",
        ["LocalTargetingPage"] = "the figures of districts and villages as a page",
        ["Query.targeting"] = "the same figures",
        ["OpenCase"] = "the case it opens, of a family that is the caller's; held by CasesOfErrors",
        ["AssignCase"] = "the case it changes, as GetCase tells it; held by CasesOfErrors",
        ["CloseCase"] = "the case it changes, as GetCase tells it; held by CasesOfErrors",
        ["GetStatistics"] = "public figures, suppressed and rounded; held by AttackOnFigures",
        ["GetLocalStatistics"] = "the same of districts and villages",
        ["ListDimensions"] = "what figures there are",
        ["StatisticsPage"] = "the public figures as a page",
        ["StatisticsPageStyle"] = "the page's style",
        ["Query.statistics"] = "the same figures",
        ["Query.me"] = "the caller's own agreement",
        ["Query.programmes"] = "documents of programmes",
        ["Query.region"] = "regions",
        ["Query.regions"] = "regions",
    };

    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["import"] = "a report of lines and rules, held by WhatAnImportGivesAway",
        ["backup"] = "everything, sealed as it is stored; held by Backups and NikSecrecyTests",
        ["accesslog export"] = "who read what: ids of families, signed for auditors; held by ExportedSegments",
        ["accesslog archive"] = "the same",
        ["accesslog verify"] = "counts",
        ["accesslog verify-export"] = "counts",
        ["lists verify"] = "numbers of parts, and how many entries there are",
        ["seed"] = "counts",
        ["classify"] = "counts",
        ["classify replay"] = "ids of families that differ, and their scores, for who has the machine; held by ReplayTests",
        ["targeting assess"] = "counts",
        ["migrate"] = "nothing",
        ["model list"] = "documents of scoring models",
        ["model check"] = "documents of scoring models",
        ["model draft"] = "documents of scoring models",
        ["model publish"] = "documents of scoring models",
        ["programmes simulate"] = "counts of all families, for who has the machine",
        ["partners add"] = "the new client's secret, once",
        ["keys create"] = "a folder",
        ["keys rotate tokens"] = "nothing",
        ["keys rotate seals"] = "counts",
        ["keys rotate pseudonyms"] = "nothing",
        ["keys forget seals"] = "nothing",
        ["settings check"] = "settings at fault",
        ["settings document"] = "settings there are",
        ["schema write"] = "contracts",
    };

    [Fact]
    public void Every_route_is_asked_or_gives_nothing_of_persons()
    {
        var names = hub.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? e.RoutePattern.RawText!).ToList();
        Assert.Contains("ListHouseholds", names);
        AllAreDeclared(names);
        Assert.Empty(Asked.Concat(NotOfPersons.Keys).Where(n => !n.Contains('.')).Except(names));
    }

    /// <summary>Every field that is asked with arguments, and every one that leads from elsewhere to the rows that the asked ones give.</summary>
    [Fact]
    public void Every_field_of_the_graph_is_asked_or_gives_nothing_of_persons()
    {
        var schema = hub.Get<GraphSchema>();
        var types = schema.AllTypes.OfType<IObjectGraphType>().Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal)).ToList();
        HashSet<string> ofPersons = [];
        foreach (var field in types.SelectMany(t => t.Fields.Where(f => Asked.Contains($"{t.Name}.{f.Name}") && f.Name != "programme")))
            Reach(field, ofPersons);
        var reads = types.SelectMany(t => t.Fields.Where(f => t == schema.Query || f.Arguments?.Count > 0 || IsReadBesides(t, f)
                || (!ofPersons.Contains(t.Name) && !IsOfPages(t.Name) && f.ResolvedType!.GetNamedType() is IObjectGraphType to && ofPersons.Contains(to.Name)))
            .Select(f => $"{t.Name}.{f.Name}")).ToList();
        Assert.Empty(new[] { "Household", "Member", "Standing", "Eligibility", "EligibleEntry" }.Except(ofPersons));
        AllAreDeclared(reads);
        Assert.Empty(Asked.Concat(NotOfPersons.Keys).Where(n => n.Contains('.')).Except(reads));
    }

    /// <summary>What a verb writes leaves the hub too, into the hands of who has its machine.</summary>
    [Fact]
    public void Every_verb_says_who_is_told_what()
    {
        var verbs = typeof(ImportVerb).Assembly.GetTypes().Where(t => t is { Namespace: "Regsosek.Api.Verbs", IsNested: false }).Select(t => t.GetMethod("Command", []))
            .OfType<MethodInfo>().SelectMany(command => Leaves((Command)command.Invoke(null, null)!, "")).Order(StringComparer.Ordinal);
        Assert.Equal(Verbs.Keys.Order(StringComparer.Ordinal), verbs);
    }

    /// <summary>A family or a member has exactly the fields the oracle knows, and on top what is read besides.</summary>
    [Fact]
    public void Every_field_of_a_family_and_of_a_member_is_known_to_the_oracle()
    {
        var types = hub.Get<GraphSchema>().AllTypes.OfType<IObjectGraphType>().ToDictionary(t => t.Name, t => t.Fields.Select(f => f.Name).ToList());
        Assert.Equal(OracleFields.OfFamily.Select(f => f.Name).Append("classifications").Order(), types["Household"].Order());
        Assert.Equal(OracleFields.OfMember.Select(f => f.Name).Order(), types["Member"].Order());
    }

    private static IEnumerable<string> Leaves(Command command, string above) =>
        [.. command.Action is null ? Array.Empty<string>() : [above + command.Name], .. command.Subcommands.SelectMany(below => Leaves(below, $"{above}{command.Name} "))];

    private static void AllAreDeclared(IEnumerable<string> names)
    {
        var strays = names.Where(n => !Asked.Contains(n) && !NotOfPersons.ContainsKey(n)).ToList();
        Assert.True(strays.Count == 0, $"{string.Join(", ", strays)}: let a parity surface cover it, or say here why it tells of nobody.");
    }

    private static bool IsReadBesides(IObjectGraphType type, FieldType field) =>
        type.Name == "Household" && !OracleFields.FamilyByName.ContainsKey(field.Name);

    private static bool IsOfPages(string type) => type.EndsWith("Connection", StringComparison.Ordinal) || type.EndsWith("Edge", StringComparison.Ordinal);

    /// <summary>The types below a field; a label is a text in two languages.</summary>
    private static void Reach(FieldType field, HashSet<string> reached)
    {
        if (field.ResolvedType!.GetNamedType() is not IObjectGraphType { Name: not "Label" } type || !reached.Add(type.Name)) return;
        foreach (var below in type.Fields) Reach(below, reached);
    }
}
