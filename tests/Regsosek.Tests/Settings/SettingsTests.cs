using Microsoft.Extensions.Configuration;
using Regsosek.Api.Http;
using Regsosek.Api.Settings;

namespace Regsosek.Tests.Settings;

/// <summary>Settings are typed and checked at start; a fault names its key and never quotes a value.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Limits:RequestsPerMinut=5", "Limits:RequestsPerMinut is no setting")]
    [InlineData("Limits:RequestsPerMinute=many", "Limits:RequestsPerMinute can't be read: it is a whole number")]
    [InlineData("Limits:RequestsPerMinute=0", "Limits:RequestsPerMinute is at least 1")]
    [InlineData("Limits:Timeout=2.00:00:00", "Limits:Timeout is between")]
    [InlineData("Database:Provider=Oracle", "Database:Provider can't be read: it is `Sqlite` or `PostgreSql` or `SqlServer`")]
    [InlineData("Auth:Audience=", "Auth:Audience is not empty")]
    [InlineData("ConnectionStrings:Registri=Password=x", "ConnectionStrings:Registri is no setting")]
    [InlineData("Cors:Origins:0=*", "Cors:Origins holds '*'")]
    [InlineData("Cors:Origins:0=http://partner.example", "Cors:Origins holds")]
    [InlineData("Cors:Origins:0=https://partner.example/page", "Cors:Origins holds")]
    [InlineData("Proxy:Trusted:0=proxy", "Proxy:Trusted holds 'proxy'")]
    public void A_wrong_setting_is_named(string setting, string says)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Read(setting));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("many", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Read("Limits:BodyBytes=1", "Demo:Sead=true"));
        Assert.Equal(2, fault.Message.Split('\n').Length);
    }

    [Fact]
    public void Values_are_read_by_their_kinds()
    {
        var settings = Read("Limits:RequestsPerMinute=7", "Limits:Timeout=00:00:05",
            "Cors:Origins:0=https://partner.example", "Proxy:Trusted:0=10.0.0.0/8");
        Assert.Equal((7, TimeSpan.FromSeconds(5)), (settings.Of<LimitSettings>().RequestsPerMinute, settings.Of<LimitSettings>().Timeout));
        Assert.Equal(["https://partner.example"], settings.Of<CorsSettings>().Origins);
    }

    /// <summary>eng/golden.sh writes the table.</summary>
    [Fact]
    public void The_table_of_settings_is_up_to_date()
    {
        var document = File.ReadAllText(Path.Combine(Folders.Root, "docs/operating.md"));
        Assert.True(document == SettingsTable.Into(document), "docs/operating.md is out of date: run eng/golden.sh and look at the diff.");
        Assert.Contains("`Limits:RequestsPerMinute`", document, StringComparison.Ordinal);
    }

    private static HubSettings Read(params string[] settings) => HubSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).Select(s => KeyValuePair.Create(s[0], (string?)s[1]))).Build());
}
