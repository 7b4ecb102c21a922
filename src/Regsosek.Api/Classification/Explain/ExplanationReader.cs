using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Classification.Runs;
using Regsosek.Api.Http;
using Regsosek.Api.Reference;
using Regsosek.Data;
using Regsosek.Data.Classification;

namespace Regsosek.Api.Classification.Explain;

/// <summary>Explains the rank of a family in scope. The answers are read as the run read them; what of them the caller sees is decided after.</summary>
public sealed class ExplanationReader(
    Registry registry, Registries registries, Caller caller, ClassificationReader standings, Identities identities, Disclosure disclosure,
    PublishedModels models, DataDictionary dictionary, IReadOnlyList<WelfareScheme> schemes)
{
    private const FieldGroups StandsOn = FieldGroups.Classification | FieldGroups.Score;

    /// <summary>Null when there is no such family for the caller, or it has no rank in that run.</summary>
    /// <param name="runId">A published run; the national one in force otherwise.</param>
    public async Task<ExplanationView?> Of(Guid household, Guid? runId, CancellationToken stop)
    {
        var id = identities.Read(household);
        var family = await registry.Households.AsNoTracking().Where(h => h.Id == id)
            .Select(h => new { h.Key, h.Id, h.MemberCount }).FirstOrDefaultAsync(stop);
        if (family is null)
        {
            await disclosure.Record([], FieldGroups.None, stop);
            return null;
        }

        if (!caller.Sees(FieldGroups.Classification)) throw new ProblemException(Problems.NotGranted("classification"));
        await disclosure.Record([(family.Key, family.MemberCount)], StandsOn, stop);
        var ranked = await Ranked(family.Key, stop);
        var inForce = await registry.RunInForce(stop);
        var now = ranked.FirstOrDefault(r => runId is null ? r.Run.Key == inForce : r.Run.Id == runId);
        if (now is null) return null;
        var before = ranked.FirstOrDefault(r => r.Run.Key < now.Run.Key && r.Run.Scope == now.Run.Scope);
        var model = await models.Of(now.Run, stop);
        var read = await Read(now.Run, model, family.Key, stop);
        var inputs = read?.Inputs;
        var scored = caller.Sees(FieldGroups.Score) && inputs is not null ? model.Score(inputs) : null;
        return new()
        {
            HouseholdId = identities.Show(family.Id),
            Standing = await standings.View(now.Run, now.Rank, now.Score, stop),
            Assumptions = [.. Explain.Assumptions(model, now.Score)],
            Missing = [.. Explain.Missing(model, now.Score)],
            Stale = read is null ? [] : [.. Explain.Stale(model, dictionary, read.ObservedOn, now.Run.Date)],
            Changed = before is null ? null : await Changed(before, model, inputs, family.Key, stop),
            Lines = scored?.Lines,
            Contributions = scored?.Contributions,
            Place = scored is null ? null : Explain.Place(now.Rank, now.Run, schemes[0]),
        };
    }

    private sealed record In(ClassificationRun Run, FamilyRank Rank, FamilyScore Score);

    /// <summary>The family in every published run, newest first.</summary>
    private async Task<List<In>> Ranked(long key, CancellationToken stop)
    {
        var runs = await registry.Runs.AsNoTracking().Where(r => r.State == RunState.Published).ToDictionaryAsync(r => r.Key, stop);
        var runKeys = runs.Keys.ToArray();
        var rows = await registry.Ranks.AsNoTracking().Where(r => runKeys.Contains(r.RunKey) && r.HouseholdKey == key && r.Decile != null)
            .Join(registry.Scores, r => new { r.RunKey, r.HouseholdKey }, s => new { s.RunKey, s.HouseholdKey }, (Rank, Score) => new { Rank, Score })
            .OrderByDescending(x => x.Rank.RunKey).ToListAsync(stop);
        return rows.ConvertAll(x => new In(runs[x.Rank.RunKey], x.Rank, x.Score));
    }

    /// <summary>The answers as the run read them. The family is in scope: the row above said so.</summary>
    private async Task<FamilyInput?> Read(ClassificationRun run, ScoringModel model, long key, CancellationToken stop)
    {
        await using var all = registries.For(Caller.System("explain"));
        return (await new FamilyInputs(model, run).Read(all, key - 1, key, stop)).FirstOrDefault();
    }

    private async Task<ChangeView> Changed(In before, ScoringModel model, ScoringInputs? now, long key, CancellationToken stop)
    {
        var then = (await Read(before.Run, model, key, stop))?.Inputs;
        return new(before.Run.Id, before.Run.Date, before.Rank.Decile!.Value, before.Run.ModelHash != model.Hash,
            caller.Sees(FieldGroups.Demography) ? (now?.Members ?? 0) - (then?.Members ?? 0) : null,
            then is null || now is null ? [] : [.. Explain.Differing(model, then, now).Select(Named).Distinct()]);
    }

    /// <summary>The question by its number, to who may see its answer: that a hidden answer changed would tell of it.</summary>
    private string Named(FormVariable variable)
    {
        var name = char.ToLowerInvariant(variable.Column[0]) + variable.Column[1..];
        var group = dictionary.Find(variable.Unit == Rules.Unit.Family ? "family" : "person", name)?.FieldGroup ?? FieldGroups.All;
        return caller.Sees(group) ? variable.Number : Reasons.Denied;
    }
}
