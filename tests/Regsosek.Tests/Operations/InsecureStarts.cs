using Microsoft.Extensions.Configuration;
using Regsosek.Api.Operations;
using Regsosek.Api.Settings;
using Regsosek.Data.Protection;

namespace Regsosek.Tests.Operations;

/// <summary>Outside Development a hub with any one of these does not start; each alone, beside settings that hold.</summary>
public sealed class InsecureStarts : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regsosek-").FullName;

    private string[] Sound => [$"Data:Path={_folder}/data", $"Keys:Path={_folder}/keys", $"Exports:Path={_folder}/exports", "AllowedHosts=hub.example",
        "Auth:Issuer=https://hub.example/", "urls=https://127.0.0.1:5443"];

    [Fact]
    public void Sound_settings_hold() => Assert.Empty(Faults());

    [Theory]
    [InlineData("AllowedHosts=", "AllowedHosts")]
    [InlineData("AllowedHosts=*", "AllowedHosts")]
    [InlineData("AllowedHosts=hub.example;*", "AllowedHosts")]
    [InlineData("urls=http://0.0.0.0:5080", "urls")]
    [InlineData("urls=https://127.0.0.1:5443;http://127.0.0.1:5080", "urls")]
    [InlineData("Kestrel:Endpoints:Public:Url=http://0.0.0.0:80", "urls")]
    [InlineData("Proxy:Trusted:0=0.0.0.0/0", "Proxy:Trusted")]
    [InlineData("Auth:Issuer=http://hub.example/", "Auth:Issuer")]
    [InlineData("Auth:Authority=http://sso.example/", "Auth:Authority")]
    [InlineData("Auth:Authority=https://sso.example/|Auth:RequireHttps=false", "Auth:RequireHttps")]
    [InlineData("Demo:Seed=true", "Demo:Seed")]
    [InlineData("Demo:Scale=0.5", "Demo:Scale")]
    [InlineData("DetailedErrors=true", "DetailedErrors")]
    [InlineData("Logging:LogLevel:Microsoft.EntityFrameworkCore=Debug", "Logging:LogLevel")]
    [InlineData("Logging:Console:LogLevel:Default=Trace", "Logging:Console")]
    [InlineData("Logging:LogLevel:Default=debug", "Logging:LogLevel")]
    [InlineData("Logging:LogLevel:Default=TRACE", "Logging:LogLevel")]
    [InlineData("Logging:LogLevel:Default=1", "Logging:LogLevel")]
    [InlineData("Logging:LogLevel:Default=-1", "Logging:LogLevel")]
    [InlineData("Operations:Logs=Text", "Operations:Logs")]
    [InlineData("Database:Provider=PostgreSql|ConnectionStrings:Registry=Host=127.evil.example", "ConnectionStrings:Registry")]
    [InlineData("Database:Provider=PostgreSql|ConnectionStrings:Registry=Host=127.0.0.1,db.example", "ConnectionStrings:Registry")]
    [InlineData("Database:Provider=PostgreSql|ConnectionStrings:Registry=Host=/run/postgresql,10.0.0.7", "ConnectionStrings:Registry")]
    [InlineData("Database:Provider=SqlServer|ConnectionStrings:Registry=Server=127.evil.example;Encrypt=false", "ConnectionStrings:Registry")]
    [InlineData("Keys:Path={0}/data/keys", "Keys:Path")]
    [InlineData("Database:Provider=PostgreSql|ConnectionStrings:Registry=Host=db.example;Username=hub", "ConnectionStrings:Registry")]
    [InlineData("Database:Provider=PostgreSql|ConnectionStrings:Registry=Host=127.0.0.1;Include Error Detail=true", "ConnectionStrings:Registry")]
    [InlineData("Database:Provider=SqlServer|ConnectionStrings:Registry=Server=db.example;TrustServerCertificate=true", "ConnectionStrings:Registry")]
    [InlineData("Database:Provider=SqlServer|ConnectionStrings:Registry=Server=db.example;Encrypt=false", "ConnectionStrings:Registry")]
    public void An_insecure_setting_refuses_the_start(string settings, string named)
    {
        var fault = Assert.Single(Faults([.. Split(settings)]));
        Assert.StartsWith(named, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls=http://127.0.0.1:5080|Proxy:Trusted:0=127.0.0.1")]
    [InlineData("Demo:Seed=false")]
    [InlineData("Operations:Logs=Json")]
    [InlineData("Logging:LogLevel:Default=information")]
    [InlineData("Logging:LogLevel:Default=2")]
    [InlineData("Logging:Console:MaxQueueLength=1")]
    [InlineData("Database:Provider=PostgreSql|ConnectionStrings:Registry=Host=127.0.0.1, ::1,LocalHost")]
    [InlineData("Database:Provider=SqlServer|ConnectionStrings:Registry=Server=127.0.0.1,1433;Encrypt=false")]
    [InlineData("Database:Provider=PostgreSql|ConnectionStrings:Registry=Host=db.example;SSL Mode=VerifyFull")]
    [InlineData("Database:Provider=PostgreSql|ConnectionStrings:Registry=Host=/run/postgresql")]
    [InlineData("Database:Provider=SqlServer|ConnectionStrings:Registry=Server=db.example;Encrypt=Mandatory")]
    public void A_secure_one_does_not(string settings) => Assert.Empty(Faults([.. Split(settings)]));

    [Fact]
    public void A_folder_of_data_or_exports_open_to_all_refuses_the_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no file modes");
        foreach (var (folder, setting) in new[] { ("data", "Data:Path"), ("exports", "Exports:Path") })
        {
            var path = Directory.CreateDirectory($"{_folder}/{folder}").FullName;
            Mode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);
            Assert.StartsWith(setting, Assert.Single(Faults()), StringComparison.Ordinal);
            Mode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Assert.Empty(Faults());
        }
    }

    [Fact]
    public async Task Keys_that_others_may_read_refuse_the_start_and_so_do_insecure_settings()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no file modes");
        KeyRing.Create(development: false).Save($"{_folder}/keys");
        string[] arguments = ["--environment=Production", .. Sound.Select(s => $"--{s}")];
        Assert.Contains("lacks", await Refusal(arguments), StringComparison.Ordinal);
        Assert.Contains("AllowedHosts", await Refusal([.. arguments, "--AllowedHosts=*"]), StringComparison.Ordinal);
        Mode($"{_folder}/keys/{KeyRing.FileName}", UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", await Refusal(arguments), StringComparison.Ordinal);
    }

    private static void Mode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }

    private static async Task<string> Refusal(string[] arguments) => (await Assert.ThrowsAsync<InvalidOperationException>(async () =>
    {
        await using var app = Api.Hub.Build(arguments);
        await Api.FirstStart.Prepare(app);
    })).Message;

    private IEnumerable<string> Split(string settings) => settings.Split('|').Select(s => s.Replace("{0}", _folder, StringComparison.Ordinal));

    private IReadOnlyList<string> Faults(params string[] also)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Sound.Concat(also).Select(s => s.Split('=', 2))
            .GroupBy(s => s[0]).Select(g => KeyValuePair.Create(g.Key, (string?)g.Last()[1]))).Build();
        return Insecure.Faults(configuration, HubSettings.Read(configuration));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
