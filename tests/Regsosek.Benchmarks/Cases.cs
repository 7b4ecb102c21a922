using System.Runtime.CompilerServices;
using Regsosek.Api;
using Regsosek.Api.Access;
using Regsosek.Api.Households;
using Regsosek.Api.Reference;

namespace Regsosek.Benchmarks;

/// <summary>What is measured: the hub beside the floor, deep pages beside first ones, a bound partner beside a national one.</summary>
internal sealed class Cases(RunSettings settings, Server hub, Server floor) : IDisposable
{
    private const int Pages = 40, Deep = 1999;
    private readonly Requests _requests = new(hub, floor, settings.Folder);

    public async IAsyncEnumerable<Case> All([EnumeratorCancellation] CancellationToken stop)
    {
        var token = await _requests.Token(Floor.Partner, $"{Floor.Partner}-demo", stop);
        await foreach (var of in BesideFloor(token, stop)) yield return of;
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
