using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using Regsosek.Api.Access;
using Regsosek.Api.Classification;
using Regsosek.Data;
using Regsosek.Data.Households;
using Regsosek.Data.Partners;
using Regsosek.Data.Providers;
using Regsosek.Data.Regions;

namespace Regsosek.Tests.Parity;

/// <summary>A hub without a demonstration that takes one drawn register after another, and some partners whose agreements are drawn too.</summary>
public class ParityHub : TestHub
{
    /// <summary>After so many registers the tokens are asked for anew: they live 30 minutes.</summary>
    private const int TokensLast = 60;

    private readonly SocketsHttpHandler _connections = new();
    private readonly ConcurrentDictionary<int, string> _tokens = new();
    private long _key;
    private int _registers;

    public static string Partner(int number) => $"parity-{number}";

    protected override IEnumerable<string> Settings => ["--Demo:Seed=false", "--Exports:PartFamilies=13", "--Exports:PageFamilies=5", "--Lists:PartEntries=7"];

    /// <summary>Villages of two provinces, so many that every level has several regions and holds several families.</summary>
    internal IReadOnlyList<string> Villages { get; private set; } = [];

    /// <summary>Models that the drawn runs were made by.</summary>
    internal IReadOnlyList<ScoringModel> Models { get; private set; } = [];

    internal DateOnly Today
    {
        get
        {
            using var registry = Registry();
            return registry.Today;
        }
    }

    internal Stored Draw(int seed, int families) => DrawnData.Draw(seed, families, Villages, Get<Data.Protection.Seal>(), Today, Models, () => ++_key);

    internal Oracle Oracle(Stored stored, Terms terms, int partner) => new(stored, terms, Get<Pseudonyms>().Of(Partner(partner)).Of);

    /// <summary>Replaces the whole register by the way an import writes it.</summary>
    internal async Task Store(Stored stored)
    {
        await using var registry = Registry();
        if (Villages.Count == 0) Villages = await Places(registry);
        if (Models.Count == 0) Models = [(await Get<PublishedModels>().Find("ppi-2020", 1, default))!, (await Get<PublishedModels>().Find("ppi-2012", 1, default))!];
        await using var work = await registry.Database.BeginTransactionAsync();
        await registry.Cases.ExecuteDeleteAsync();
        await registry.DeliveredRows.ExecuteDeleteAsync();
        await registry.DeliveredPeriods.ExecuteDeleteAsync();
        await registry.Ranks.ExecuteDeleteAsync();
        await registry.Scores.ExecuteDeleteAsync();
        await registry.Runs.ExecuteDeleteAsync();
        await registry.PersonVersions.ExecuteDeleteAsync();
        await registry.HouseholdVersions.ExecuteDeleteAsync();
        await registry.Memberships.ExecuteDeleteAsync();
        await registry.FamilyCards.ExecuteDeleteAsync();
        await registry.RegisteredFacts.IgnoreQueryFilters().ExecuteDeleteAsync();
        await registry.Persons.ExecuteDeleteAsync();
        await registry.Households.ExecuteDeleteAsync();
        await registry.Insert(Recorded(stored.Families));
        await registry.Insert<Person>(Recorded([.. stored.Persons]));
        await registry.Insert(Recorded(stored.FormerFamilies));
        await registry.Insert(Recorded(stored.FormerPersons));
        await registry.Insert(stored.Facts);
        await registry.Insert(Recorded(stored.Memberships));
        await registry.Insert(Recorded(stored.Cards));
        await registry.Insert(Recorded(stored.Runs));
        await registry.Insert(stored.Ranks);
        await registry.Insert(stored.Scores);
        await registry.Insert(stored.Receipts);
        await registry.Insert(stored.Periods);
        await registry.Insert(stored.Cases);
        await work.CommitAsync();
        if (++_registers % TokensLast == 0) _tokens.Clear();
    }

    /// <summary>A client of the partner with a real token, under the drawn terms.</summary>
    internal async Task<HttpClient> Under(Terms terms, int partner)
    {
        if (!_tokens.TryGetValue(partner, out var token))
        {
            await Agree(partner, a => (a.Scopes, a.Purposes, a.Status, a.ValidFrom, a.ValidTo) =
                ([.. Scopes.All], [Terms.TokenPurpose], AgreementStatus.Active, Today, null));
            _tokens[partner] = token = await Token(Partner(partner));
        }

        await Agree(partner, a =>
        {
            (a.Regions, a.Fields, a.Limit) = ([.. terms.Regions], terms.Fields, terms.Limit?.Rule);
            (a.Purposes, a.Programmes, a.Scopes) = ([.. terms.Purposes], [.. terms.Programmes], [.. terms.Scopes]);
            a.Status = terms.IsActive ? AgreementStatus.Active : AgreementStatus.Suspended;
            a.ValidFrom = Today.AddDays(terms.Days.From);
            a.ValidTo = terms.Days.To is { } days ? Today.AddDays(days) : null;
            a.RequiresEndUser = terms.WantsEndUser;
        });
        var http = new HttpClient(_connections, disposeHandler: false) { BaseAddress = Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (terms.SaysEndUser) http.DefaultRequestHeaders.Add("X-End-User", "staff-1");
        return http;
    }

    private async Task Agree(int partner, Action<Agreement> with)
    {
        await using var registry = Registry();
        var code = Partner(partner);
        if (await registry.Agreements.SingleOrDefaultAsync(a => a.Code == code) is not { } agreement)
        {
            agreement = new Agreement { Code = code, LegalBasis = "Test", Budget = int.MaxValue, Clients = { new Client { ClientId = code } } };
            registry.Partners.Add(new Partner { Code = code, Name = code, Agreements = { agreement } });
            await using var scope = App.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
            {
                ClientId = code,
                ClientSecret = $"{code}-demo",
                Permissions = { OpenIddictConstants.Permissions.Endpoints.Token, OpenIddictConstants.Permissions.GrantTypes.ClientCredentials },
            });
        }

        with(agreement);
        agreement.Version++;
        await registry.SaveChangesAsync();
    }

    /// <summary>Two regencies of each province, two districts of each, two villages of each.</summary>
    private static async Task<IReadOnlyList<string>> Places(Registry registry)
    {
        List<string> at = ["91", "35"];
        for (var level = RegionLevel.Regency; level <= RegionLevel.Village; level++)
        {
            List<string> below = [];
            foreach (var parent in at)
            {
                below.AddRange(await registry.Regions.Where(r => r.ParentCode == parent).OrderBy(r => r.Code).Select(r => r.Code).Take(2)
                    .ToListAsync());
            }

            at = below;
        }

        return at;
    }

    private static IReadOnlyCollection<T> Recorded<T>(IReadOnlyCollection<T> rows)
        where T : class
    {
        var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var property in typeof(T).GetProperties().Where(p => p.Name is "RecordedAt" or "SupersededAt" && p.PropertyType == typeof(DateTime)))
            foreach (var row in rows.Where(row => property.GetValue(row) is DateTime { Ticks: 0 })) property.SetValue(row, at);
        return rows;
    }
}
