using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Targeting.Assessing;
using Regsosek.Data.Participation;
using Regsosek.Data.Protection;
using Regsosek.Tests.Participation;

namespace Regsosek.Tests.Targeting;

/// <summary>A hub with enough families that not every figure is hidden, and deliveries of a programme of families and of one of persons, assessed.</summary>
public sealed class TargetingHub : TestHub
{
    public const string Route = "/api/v1/targeting", Period = "2026-01";
    private readonly SemaphoreSlim _one = new(1);
    private bool _delivered;

    protected override double Scale => 0.3;

    protected override bool IsOverheard => false;

    /// <summary>They are assessed where a test says so: what goes wrong is told there.</summary>
    protected override IEnumerable<string> Settings => ["--Targeting:AfterDelivery=false"];

    /// <summary>Every third family by its card, every fifth member by NIK: whoever they are, entitled or not.</summary>
    public async Task Delivered()
    {
        await _one.WaitAsync();
        try
        {
            if (_delivered) return;
            await using var registry = Registry();
            var cards = (await registry.Households.Where(h => h.FamilyCardSealed != null).OrderBy(h => h.Key).Select(h => new { h.FamilyCardHash, h.FamilyCardSealed }).ToListAsync())
                .GroupBy(h => Convert.ToHexString(h.FamilyCardHash!)).Where(g => g.Count() == 1).Select(g => Get<Seal>().OpenText(g.Single().FamilyCardSealed)!);
            var niks = (await registry.Persons.Where(p => p.NikSealed != null).OrderBy(p => p.Key).Select(p => new { p.NikHash, p.NikSealed }).ToListAsync())
                .GroupBy(p => Convert.ToHexString(p.NikHash!)).Where(g => g.Count() == 1).Select(g => Get<Seal>().OpenText(g.Single().NikSealed)!).ToList();
            var ministry = await As("kemensos");
            await ministry.Deliver($"programme=PKH&period={Period}", $"familyCard\n{string.Join('\n', cards.Where((_, i) => i % 3 == 0))}\n");
            await ministry.Deliver($"programme=PKH&period={Period}", $"nik\n{string.Join('\n', niks.Where((_, i) => i % 40 == 0))}\n");
            await ministry.Deliver($"programme=PBI-JKN&period={Period}", $"nik\n{string.Join('\n', niks.Where((_, i) => i % 5 == 0))}\n");
            await Assess("PKH", Period);
            await Assess("PBI-JKN", Period);
            _delivered = true;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Has a period assessed anew.</summary>
    public async Task Assess(string programme, string period)
    {
        var begun = await Get<Assess>().Begin(programme, Periods.Parse(period)!.Value, null, default);
        await Get<Assess>().CarryOn(begun!.Key, null, default);
    }

    /// <summary>Figures by region and outcome.</summary>
    public static Dictionary<string, JsonElement> Outcomes(JsonElement region) => region.GetProperty("outcomes").EnumerateArray().ToDictionary(o => o.GetProperty("outcome").GetString()!);
}
