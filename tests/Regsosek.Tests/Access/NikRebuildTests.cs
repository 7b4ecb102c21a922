using System.Text.RegularExpressions;
using Regsosek.Api.Partners;
using Regsosek.Data;

namespace Regsosek.Tests.Access;

/// <summary>No NIK or KK, nor the end of one, can be put together from all that a partner without identity rights sees.</summary>
[Collection(SharedHub.Name)]
public sealed partial class NikRebuildTests(TestHub hub)
{
    private static IEnumerable<PartnerDocument> Unnamed =>
        DemoPartners.Read(Api.Hub.Schema).Where(p => !FieldGroupNames.Parse(p.Fields).HasFlag(FieldGroups.Identity));

    public static TheoryData<string> Partners => [.. Unnamed.Select(p => p.Code)];

    [Fact]
    public void Partners_without_identity_are_the_ones_meant() =>
        Assert.Equal(["bpkp", "forum-satu-data", "kemenkes", "kemnaker", "wali-data"], Unnamed.Select(p => p.Code).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Partners))]
    public async Task Nobody_rebuilds_a_nik_from_all_that_a_partner_without_identity_sees(string code)
    {
        var (partner, niks, numbers) = (Unnamed.Single(p => p.Code == code), await hub.Niks(), await hub.Numbers());
        Assert.True(niks.Count > 500 && numbers.Count > niks.Count + 100);
        var seen = await EverythingSeen.By(hub, partner, niks);
        Assert.True(!partner.Scopes.Contains("registry.read") || seen.Length > 1_000_000, $"{seen.Length} characters seen");
        Assert.DoesNotContain(Windows(seen, 16), numbers.Contains);

        // Birth date and serial: the ten digits that tell one holder from another. Ids are random, and may look like anything.
        var ends = niks.Select(n => n[^10..]).ToHashSet();
        Assert.DoesNotContain(Windows(Id().Replace(seen, ""), 10), ends.Contains);
    }

    [Theory]
    [InlineData("kemnaker")]
    [InlineData("kemenkes")]
    public async Task Nor_guesses_the_serial_that_birth_date_sex_and_region_leave_open(string partner)
    {
        var niks = (await hub.Niks()).ToHashSet();
        var families = (await (await hub.As(partner)).Json("/api/v1/households?limit=500&include=members")).Items();
        var guesses = families.SelectMany(h => h.GetProperty("members").EnumerateArray().Select(m => Guess(h.GetProperty("region").GetString()!, m))).ToList();
        Assert.True(guesses.Count > 300);
        Assert.InRange(guesses.Count(niks.Contains), 0, guesses.Count / 100);
    }

    private static string Guess(string region, System.Text.Json.JsonElement member)
    {
        if (!DateOnly.TryParse(member.GetProperty("birthDate").GetString(), out var born)) return "";
        var day = born.Day + (member.GetProperty("sex").GetInt32() == 2 ? 40 : 0);
        return $"{region[..2]}{region[3..5]}99{day:00}{born.Month:00}{born.Year % 100:00}0001";
    }

    /// <summary>Every so many digits that stand in a row, overlapping ones too.</summary>
    private static IEnumerable<string> Windows(string text, int length) => Digits().Matches(text)
        .SelectMany(m => Enumerable.Range(0, Math.Max(0, m.Length - length + 1)).Select(at => m.Value.Substring(at, length)));

    [GeneratedRegex("[0-9]{10,}")]
    private static partial Regex Digits();

    [GeneratedRegex("[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")]
    private static partial Regex Id();
}
