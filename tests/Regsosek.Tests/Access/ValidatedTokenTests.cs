using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Regsosek.Api.Access;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Access;

/// <summary>What is remembered of a token: that it was good, for those very bytes and keys, until it expires. Nothing of the agreement.</summary>
[OnEveryEngine]
public sealed class ValidatedTokenTests(OwnHub hub) : IClassFixture<OwnHub>
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly AuthenticationTicket Ticket = new(new ClaimsPrincipal(), "Bearer");

    [Fact]
    public void A_token_is_forgotten_when_it_expires()
    {
        var clock = new Clock { Now = Start };
        var tokens = new ValidatedTokens(clock);
        var keys = new object();
        tokens.Add("a.b.c", Ticket, Start.AddMinutes(1), keys);
        Assert.Same(Ticket, tokens.Find("a.b.c", keys));
        clock.Now = Start.AddMinutes(1);
        Assert.Null(tokens.Find("a.b.c", keys));
    }

    [Theory, InlineData("a.b.C"), InlineData("a.b.c "), InlineData("a.b"), InlineData("")]
    public void Another_text_is_another_token(string other)
    {
        var tokens = new ValidatedTokens(new Clock { Now = Start });
        var keys = new object();
        tokens.Add("a.b.c", Ticket, Start.AddMinutes(1), keys);
        Assert.Null(tokens.Find(other, keys));
    }

    [Fact]
    public void Other_keys_forget_what_the_former_ones_let_in()
    {
        var tokens = new ValidatedTokens(new Clock { Now = Start });
        var (former, present) = (new object(), new object());
        tokens.Add("a.b.c", Ticket, Start.AddMinutes(1), former);
        Assert.Null(tokens.Find("a.b.c", present));
        tokens.Add("d.e.f", Ticket, Start.AddMinutes(1), present);
        Assert.Null(tokens.Find("a.b.c", present));
        Assert.NotNull(tokens.Find("d.e.f", present));
    }

    [Fact]
    public async Task A_token_that_was_let_in_does_not_let_in_an_altered_one()
    {
        var token = await hub.Token("kemensos");
        Assert.Equal(200, await Ask(token));
        Assert.Equal(200, await Ask(token));
        var middle = token.Split('.')[1];
        var swapped = middle[..^3] + (middle[^3] == 'A' ? 'B' : 'A') + middle[^2..];
        Assert.Equal(401, await Ask(token.Replace(middle, swapped, StringComparison.Ordinal)));
        Assert.Equal(401, await Ask(token[..^4] + (token[^4] == 'A' ? 'B' : 'A') + token[^3..]));
    }

    [Fact]
    public async Task A_narrowed_agreement_holds_for_a_remembered_token_at_once()
    {
        await hub.Given("remembered", a => a.Regions = ["ID"]);
        var token = await hub.Token("remembered");
        Assert.Equal(200, await Ask(token));
        await hub.Change("remembered", a => a.Status = Data.Partners.AgreementStatus.Suspended);
        Assert.Equal(403, await Ask(token));
        await hub.Change("remembered", a => a.Status = Data.Partners.AgreementStatus.Active);
        Assert.Equal(200, await Ask(token));
    }

    private async Task<int> Ask(string token)
    {
        using var http = hub.Anyone();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync("/api/v1/households?limit=1");
        return (int)answer.StatusCode;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
