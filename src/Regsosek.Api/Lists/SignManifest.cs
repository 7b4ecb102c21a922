using System.Text.Json;
using Regsosek.Api.Http;
using Regsosek.Api.Partners;
using Regsosek.Api.Protection;
using Regsosek.Data.Lists;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Lists;

/// <summary>Says what a frozen list is, and signs it with the newest of the hub's keys.</summary>
public sealed class SignManifest(LiveKeyRing keys, AuthSettings auth, ListRules rules, ListRuns runs)
{
    public async Task<string> Of(TargetedList list, IReadOnlyList<ListCount> counts, CancellationToken stop)
    {
        var manifest = new ListManifest
        {
            Issuer = auth.Issuer,
            List = list.Id,
            Client = list.Client,
            AgreementVersion = list.AgreementVersion,
            Purpose = list.Purpose,
            Programme = list.Programme,
            Version = list.RuleVersion,
            Decree = rules.Version(list)?.Decree,
            Rule = list.Rule is { } rule ? JsonSerializer.Deserialize<JsonElement>(rule) : null,
            RuleHash = list.RuleHash,
            Unit = list.OfPersons ? "person" : "family",
            Region = list.Region ?? "ID",
            Order = list.ByRank ? "rank" : "id",
            AsOf = list.Day,
            KnownAt = list.KnownAt,
            Run = AgreementTerms.Read(list.Terms).Fields.Contains("classification") ? await runs.View(list.RunKey, stop) : null,
            Quota = list.Quota,
            Entries = counts.Sum(c => c.InQuota + c.Beyond),
            InQuota = counts.Sum(c => c.InQuota),
            Cut = ListCut.Of(list),
            Distribution = counts,
            Fields = list.Fields,
            Parts = [.. list.Parts.OrderBy(p => p.Number).Select(p => ManifestPart.Of(list, p))],
            DraftedBy = list.Client,
            ApprovedBy = list.IsApproved is true ? list.DecidedBy : null,
            FrozenAt = list.FrozenAt!.Value,
        };
        return Jws.Sign(ListManifest.Type, JsonSerializer.SerializeToUtf8Bytes(manifest, Json.Web), SigningKeys.WithFormer(keys.Current)[0]);
    }
}
