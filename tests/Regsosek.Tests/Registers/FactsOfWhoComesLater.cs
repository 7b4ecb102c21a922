using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Registers.Intake;
using Regsosek.Api.Rules;
using Regsosek.Data.Partners;
using Regsosek.Data.Registers;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Enumeration;

namespace Regsosek.Tests.Registers;

/// <summary>Facts are found by NIK: whoever is enumerated after they were sent has them, and a NIK that two hold is nobody's.</summary>
[OnEveryEngine]
public sealed class FactsOfWhoComesLater : IDisposable
{
    private readonly Register _register = new();

    public void Dispose() => _register.Dispose();

    [Fact]
    public async Task A_family_that_comes_later_has_the_facts_that_wait_for_it()
    {
        var nik = (string)new Draft(1).Members[0]["nik"]!;
        await Send(nik);
        Assert.Null((await Fact()).PersonKey);
        await _register.Import(new Draft(1));
        Assert.Equal(await Holder(nik), (await Fact()).PersonKey);
    }

    [Fact]
    public async Task A_number_that_two_present_persons_hold_is_nobody_s()
    {
        var first = new Draft(1);
        var nik = (string)first.Members[0]["nik"]!;
        await _register.Import(first);
        await Send(nik);
        Assert.NotNull((await Fact()).PersonKey);
        var second = new Draft(2);
        second.Members[1]["nik"] = nik;
        await _register.Import(second);
        Assert.Null((await Fact()).PersonKey);
    }

    [Fact]
    public async Task A_number_that_was_mended_leaves_its_facts_behind()
    {
        var wrong = (string)new Draft(1).Members[0]["nik"]!;
        await _register.Import(new Draft(1));
        await Send(wrong);
        var mended = new Draft(1).Seen("2022-11-05");
        mended.Members[0]["nik"] = wrong[..15] + (wrong[15] == '9' ? '8' : '9');
        await _register.Import(mended);
        Assert.Null((await Fact()).PersonKey);
    }

    private async Task Send(string nik)
    {
        await using var hub = _register.Open();
        var partner = new Partner { Code = "kementan", Name = "Kementan" };
        var register = new PartnerRegister
        {
            Code = "simluhtan",
            Partner = partner,
            Facts = ["landArea"],
            Purpose = "test",
            RetainUntil = hub.Today.AddYears(1),
            DeclaredBy = "test",
        };
        var delivery = new RegisterDelivery { Register = register, Name = "one", SentBy = "test" };
        hub.Add(delivery);
        await hub.SaveChangesAsync();
        hub.ChangeTracker.Clear();
        var rows = new RegisterRows(register.Facts, Facts.Load(Api.Hub.Schema), hub.Today);
        var line = new RegisterLine(1, "", new Dictionary<string, string?> { ["nik"] = nik, ["landArea"] = "1" });
        Assert.True(await new WriteFacts(hub, register, delivery.Key, rows, _register.Seal, _register.Clock).Write(0, [line], [], default));
    }

    private async Task<RegisteredFact> Fact()
    {
        await using var hub = _register.Open();
        return await hub.RegisteredFacts.AsNoTracking().SingleAsync();
    }

    private async Task<long?> Holder(string nik)
    {
        await using var hub = _register.Open();
        var hash = _register.Seal.Hash(nik);
        return await hub.Persons.Where(p => p.NikHash == hash).Select(p => (long?)p.Key).SingleAsync();
    }
}
