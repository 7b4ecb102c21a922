using System.Runtime.CompilerServices;
using System.Text.Json;
using Regsosek.Api;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Reference;
using Regsosek.Data;

namespace Regsosek.Benchmarks;

/// <summary>What is measured: the hub beside the floor, deep pages beside first ones, the past beside the present, the entitled beside all, a bound partner beside a national one.</summary>
internal sealed class Cases(RunSettings settings, Server hub, Server floor) : IDisposable
{
    private const int Pages = 40, Deep = 1999;
    private readonly Requests _requests = new(hub, floor, settings.Folder);

    public async IAsyncEnumerable<Case> All([EnumeratorCancellation] CancellationToken stop)
    {
        var token = await _requests.Token(Floor.Partner, $"{Floor.Partner}-demo", stop);
        await foreach (var of in BesideFloor(token, stop)) yield return of;
        await foreach (var of in AsOf(token, stop)) yield return of;
        await foreach (var of in Eligibility(token, stop)) yield return of;
        if (settings.Smoke) yield break;
        if (Wanted("deep-page"))
        {
            var cursors = (await _requests.Walk(token, Deep / 10, 500, stop)).TakeLast(4).ToList();
            yield return new("deep-page", Load("deep", cursors.Select(c => Requests.Page(c)), token), Load("first", [Requests.Page("")], token), 1.2);
        }

        if (Wanted("scope-cost"))
        {
            var national = await Alike("bench-national", ["ID"], stop);
            var bound = await Alike("bench-bound", ["91.71"], stop);
            yield return new("scope-cost", Load("bound", await Walked(bound, stop), bound),
                Load("national", await Walked(national, stop), national), 1.15);
            var several = await Alike("bench-several", ["91.71.03.2001", "91.71.03.2004", "35.07.01", "11.01.02", "35.07.09"], stop);
            yield return new("several-regions", Load("several", await Walked(several, stop), several),
                Load("national", await Walked(national, stop), national), null);
        }
    }

    /// <summary>Families as they are in force today, read as of today: the same answers from states. One family in ten has a former one.</summary>
    private async IAsyncEnumerable<Case> AsOf(string token, [EnumeratorCancellation] CancellationToken stop)
    {
        var asOf = $"&asOf={TimeProvider.System.Today():yyyy-MM-dd}";
        var ids = (await _requests.Ids(Every(2000), null, stop)).ConvertAll(Requests.One);
        if (Wanted("as-of-by-id")) yield return Beside("as-of-by-id", ids.Select(one => $"{one}?{asOf[1..]}"), ids);
        List<string> cursors = ["", .. await _requests.Walk(token, Pages, 50, stop)], then = ["", .. await _requests.Walk(token, Pages, 50, stop, asOf)];
        if (Wanted("as-of-page")) yield return Beside("as-of-page", then.Select(c => Requests.Page(c, asOf)), cursors.Select(c => Requests.Page(c)));
        if (Wanted("as-of-page-members"))
        {
            yield return Beside("as-of-page-members", then.Select(c => Requests.Page(c, $"&include=members{asOf}")),
                cursors.Select(c => Requests.Page(c, "&include=members")));
        }

        if (!Wanted("as-of-page-bound") || settings.Smoke) yield break;
        var bound = await Alike("bench-bound", ["91.71"], stop);
        List<string> own = ["", .. await _requests.Walk(bound, Pages, 50, stop)], ownThen = ["", .. await _requests.Walk(bound, Pages, 50, stop, asOf)];
        yield return new("as-of-page-bound", Load("bound-then", ownThen.Select(c => Requests.Page(c, $"&include=members{asOf}")), bound),
            Load("bound-now", own.Select(c => Requests.Page(c, "&include=members")), bound), 1.5);

        Case Beside(string name, IEnumerable<string> past, IEnumerable<string> present) =>
            new(name, Load(name, past, token), Load(name + ".plain", present, token), 1.5);
    }

    /// <summary>Who is entitled in one regency, poorest first, beside the families of it; and 10,000 numbers at once, beside whether they are known.</summary>
    private async IAsyncEnumerable<Case> Eligibility(string token, [EnumeratorCancellation] CancellationToken stop)
    {
        const string Regency = "&region=91.71";
        if (Wanted("eligible-page"))
        {
            List<string> entitled = ["", .. await _requests.Walk(token, Pages, 50, stop, Regency, Requests.Eligible)], families = ["", .. await _requests.Walk(token, Pages, 50, stop, Regency)];
            yield return new("eligible-page", Load("eligible", entitled.Select(c => Requests.Page(c, Regency, Requests.Eligible)), token),
                Load("regency", families.Select(c => Requests.Page(c, Regency)), token), 2);
        }

        if (!Wanted("batch")) yield break;
        var niks = JsonSerializer.Serialize(new { niks = await _requests.Niks(token, 10_000, stop) });
        yield return new("batch", _requests.Write(hub, "batch", [$"/api/v1/programmes/PKH/eligibility/batch\t{niks}"], true, token),
            _requests.Write(hub, "look-up", [$"/api/v1/lookup/batch\t{niks}"], true, token))
        { Connections = 2 };
    }

    /// <summary>Whether the time of an answer tells a row outside the scope from one that is not there.</summary>
    public async Task<Record?> Oracle(CancellationToken stop)
    {
        if (!Wanted("hidden-or-absent")) return null;
        var bound = await _requests.Token("pemkot-jayapura", "pemkot-jayapura-demo", stop);
        return await new Oracle(hub, bound).Ask(settings, await _requests.Ids(Every(400), "35", stop), stop);
    }

    public void Dispose() => _requests.Dispose();

    private async IAsyncEnumerable<Case> BesideFloor(string token, [EnumeratorCancellation] CancellationToken stop)
    {
        var postgres = settings.Engine == Data.Providers.Engine.PostgreSql;
        var ids = await _requests.Ids(Every(2000), null, stop);
        List<string> cursors = ["", .. await _requests.Walk(token, Pages, 50, stop)], keys = ["0", .. await _requests.WalkFloor(Pages, 50, stop)];
        if (Wanted("by-id"))
        {
            yield return await _requests.Same("by-id", token, postgres ? 0.45 : 0.25, false, ids.Select(Requests.One),
                ids.Select(id => $"/households/{id}"), stop);
        }

        if (Wanted("page"))
        {
            yield return await _requests.Same("page", token, postgres ? 0.65 : 0.45, false, cursors.Select(c => Requests.Page(c)),
                keys.Select(k => $"/households?after={k}"), stop);
        }

        if (Wanted("page-members"))
        {
            yield return await _requests.Same("page-members", token, postgres ? 0.65 : 0.4, false,
                cursors.Select(c => Requests.Page(c, "&include=members")), keys.Select(k => $"/households?after={k}&members=true"), stop);
        }

        if (Wanted("graphql-page-members"))
        {
            var dictionary = DataDictionary.Load(Hub.Schema);
            var (own, ofMembers) = (new Fields<HouseholdView>(dictionary, "family"), new Fields<MemberView>(dictionary, "person"));
            yield return await _requests.Same("graphql-page-members", token, 0.35, true, cursors.Select(c => Requests.Graph(c, own, ofMembers)),
                keys.Select(k => $"/graphql?after={k}\t{{}}"), stop);
        }
    }

    /// <summary>A partner that differs from the floor's in its regions alone.</summary>
    private async Task<string> Alike(string code, string[] regions, CancellationToken stop)
    {
        var secret = await Partners.Add(settings, code, regions, stop);
        return await _requests.Token(code, secret, stop);
    }

    private async Task<IEnumerable<string>> Walked(string token, CancellationToken stop) =>
        (await _requests.Walk(token, Pages, 50, stop)).Select(c => Requests.Page(c));

    private Load Load(string name, IEnumerable<string> lines, string token) => _requests.Write(hub, name, lines, false, token);

    private int Every(int wanted) => (int)Math.Max(1, settings.Families / wanted);

    private bool Wanted(string name) => settings.Only.Length == 0 || settings.Only.Split(',').Contains(name);
}
