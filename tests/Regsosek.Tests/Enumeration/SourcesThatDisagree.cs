using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Enumeration;
using Regsosek.Data.Households;
using Regsosek.Tests.Engines;

namespace Regsosek.Tests.Enumeration;

[OnEveryEngine]
public sealed class SourcesThatDisagree : IDisposable
{
    private readonly Register _register = new();

    public static TheoryData<string, string, int, short?, string?> FamilyCodes => new()
    {
        { "form-k", "roof", 5, (short)RoofMaterial.Bamboo, null },
        { "opensid", "roof", 5, (short)RoofMaterial.WoodShingle, null },
        { "opensid", "roof", 6, (short)RoofMaterial.Bamboo, null },
        { "form-k", "wastePitDistance", 8, (short)PitDistance.Unknown, null },
        { "form-k", "wastePitDistance", 3, null, "E08 /r306b" },
        { "opensid", "wastePitDistance", 3, (short)PitDistance.Unknown, null },
        { "opensid", "wastePitDistance", 8, null, "E08 /kd_jarak_sumber_air_ke_tpl" },
        { "form-k", "cookingFuel", 0, (short)DomesticFuel.NoCooking, null },
        { "form-k", "cookingFuel", 12, null, "E08 /r308" },
        { "opensid", "cookingFuel", 12, (short)DomesticFuel.NoCooking, null },
        { "opensid", "cookingFuel", 0, null, "E08 /kd_bahan_bakar_memasak" },
        { "opensid", "tenure", 6, null, "undecided-code /kd_stat_bangunan_tinggal" },
        { "opensid", "drinkingWater", 12, null, "undecided-code /kd_sumber_air_minum" },
        { "form-k", "tenure", 6, null, "E08 /r301a" },
        { "form-k", "activeAccount", 1, (short)AccountUse.Business, null },
        { "sulut", "activeAccount", 2, (short)AccountUse.None, null },
        { "sulut", "activeAccount", 1, null, "undecided-code /r506" },
        { "sulut", "activeAccount", 3, null, "E08 /r506" },
    };

    [Theory]
    [MemberData(nameof(FamilyCodes))]
    public async Task A_code_means_what_its_source_says(string profile, string variable, int code, short? meaning, string? finding)
    {
        var form = Profiles.Load(profile);

        var findings = await _register.FindingsOf(new Draft().With(variable, code).Line(form), form);

        if (finding is not null) Assert.Contains(finding, findings);
        using var registry = _register.Open();
        var family = await registry.Households.SingleOrDefaultAsync();
        Assert.Equal(meaning, family is null ? null : Convert.ToInt16(typeof(Household).GetProperty(char.ToUpperInvariant(variable[0]) + variable[1..])!.GetValue(family) ?? -1, null)
            is var stored && stored >= 0 ? stored : null);
    }

    [Theory]
    [InlineData("form-k", 4, MemberPresence.MovedAbroad)]
    [InlineData("form-k", 6, MemberPresence.NotFound)]
    [InlineData("sulut", 4, MemberPresence.NewMember)]
    [InlineData("sulut", 5, MemberPresence.NotFound)]
    [InlineData("sulut", 6, null)]
    public async Task Presence_has_two_prints(string profile, int code, MemberPresence? presence)
    {
        var form = Profiles.Load(profile);

        var findings = await _register.FindingsOf(new Draft().With("presence", code, 2).Line(form), form);

        using var registry = _register.Open();
        if (presence is null) Assert.Contains("E08 /blok_4/2/r404", findings);
        else Assert.Equal(presence, (await registry.Persons.SingleAsync(p => p.OrderNumber == 3)).Presence);
    }

    [Fact]
    public async Task A_code_may_be_a_number_or_a_text_with_zeros_absent_or_null()
    {
        var family = new Draft().Json();
        family["r303"] = "06";
        family["r304"] = 3.0;
        family["r305"] = " 3 ";
        family["r310"] = null;
        family.Remove("r505");
        family["r504a"] = "";

        Assert.Equal(["E01 /r504a", "E01 /r505", "E07 /r310"], (await _register.FindingsOf(family.ToJsonString())).Order());
        using var registry = _register.Open();
        var stored = await registry.Households.SingleAsync();
        Assert.Equal((FloorMaterial.CementBrick, WallMaterial.WoodGypsumBoard, RoofMaterial.Zinc, null, null, null),
            (stored.Floor, stored.Wall, stored.Roof, stored.WasteDisposal, stored.Internet, stored.Cattle));
    }

    [Fact]
    public async Task Sulut_writes_SLS_and_sub_SLS_in_one_and_asks_420_for_420a()
    {
        var family = new Draft().Json(Profiles.Sulut);
        family["r105"] = "000102";
        family.Remove("r105sub");
        var head = family["blok_4"]![0]!.AsObject();
        head["r420"] = head["r420a"]!.DeepClone();
        head.Remove("r420a");

        Assert.Empty(await _register.FindingsOf(family.ToJsonString(), Profiles.Sulut));
        using var registry = _register.Open();
        var stored = await registry.Households.Include(h => h.Members).SingleAsync();
        Assert.Equal(("0001", "02"), (stored.Sls, stored.SubSls));
        Assert.Equal(YesNo.Yes, stored.Members.Single(p => p.OrderNumber == 1).OwnsBusiness);
    }

    [Fact]
    public async Task OpenSid_fills_what_it_did_not_ask()
    {
        var draft = new Draft().With("pregnant", 2, 0).With("businessCount", 0, 0).With("birthDate", "0000-00-00", 2).With("declaredAge", null, 2);

        var findings = await _register.FindingsOf(draft.Line(Profiles.OpenSid), Profiles.OpenSid);

        Assert.Equal(["E16 /anggota/0/jumlah_usaha_sendiri_bersama", "E12 /anggota/2/tgl_lahir", "E12 /anggota/2/umur"], findings.Where(f => f[..3] is "E12" or "E16" or "E13"));
        using var registry = _register.Open();
        var stored = await registry.Persons.OrderBy(p => p.OrderNumber).ToListAsync();
        Assert.Equal([null, YesNo.No, null], stored.Select(p => p.Pregnant));
        Assert.Equal([1, 2, 3], stored.Select(p => (int)p.OrderNumber!));
        Assert.Null(stored[0].BusinessCount);
    }

    [Theory]
    [InlineData("91.71.03.1012")]
    [InlineData("9171031012")]
    [InlineData(9171031012)]
    [InlineData("91 71 03 1012")]
    public async Task The_village_comes_with_dots_or_without(object code)
    {
        await _register.Import(new Draft { KodeWilayah = code });

        using var registry = _register.Open();
        var stored = await registry.Households.SingleAsync();
        Assert.Equal(("91", "91.71", "91.71.03", "91.71.03.1012"), (stored.ProvinceCode, stored.RegencyCode, stored.DistrictCode, stored.VillageCode));
    }

    [Fact]
    public async Task Text_is_trimmed_its_spaces_single_and_its_controls_gone()
    {
        await _register.Import(new Draft().With("address", "  Jalan\t Baru \u0001 5  ").With("headName", "Yance  Rumbiak"));

        using var registry = _register.Open();
        Assert.Equal(("Jalan Baru 5", "Yance Rumbiak"), await registry.Households.Select(h => new ValueTuple<string?, string?>(h.Address, h.HeadName)).SingleAsync());
    }

    [Theory]
    [InlineData("f-1", "f-1")]
    [InlineData(77, "77")]
    [InlineData(null, "@door-91.71.03.1012-0001-00-12-3")]
    public async Task A_source_id_is_taken_or_read_at_the_door(object? given, string kept)
    {
        await _register.Import(new Draft { SourceId = given });

        using var registry = _register.Open();
        Assert.Equal(kept, await registry.Households.Select(h => h.SourceId).SingleAsync());
    }

    [Fact]
    public async Task Without_a_door_the_card_is_the_id_and_without_a_card_the_content()
    {
        var byCard = new Draft(1) { SourceId = null }.With("buildingNumber", null);
        var byRow = new Draft(2) { SourceId = " " }.With("familyNumber", null).With("familyCard", null);

        await _register.Import(byCard, byRow);
        var again = await _register.Import(byCard.With("floor", 1), byRow);

        Assert.Equal((0, 1, 1), (again.Added, again.Changed, again.Unchanged));
        using var registry = _register.Open();
        Assert.Equal(["@card-", "@row-"], (await registry.Households.Select(h => h.SourceId).ToListAsync()).Select(id => id[..(id.IndexOf('-') + 1)]).Order());
    }

    [Fact]
    public void A_profile_that_does_not_fit_the_form_is_refused()
    {
        var profile = JsonNode.Parse(File.ReadAllText(Path.Combine(Folders.Root, "schema/questionnaire/profiles/form-k.json")))!;

        Refused(p => p["family"]!["roofs"] = Field("x"), "no roofs");
        Refused(p => p["family"]!["roof"]!["codes"] = new JsonObject { ["5"] = 77 }, "77 is not on the form");
        Refused(p => p["family"]!["roof"]!["from"] = "r304", "two variables");
        Refused(p => p["family"]!["roof"]!["form"] = "r305", "form");
        Refused(p => p.AsObject().Remove("members"), "members");

        void Refused(Action<JsonNode> change, string says)
        {
            var copy = profile.DeepClone();
            change(copy);
            Assert.Contains(says, Assert.Throws<UnusableInputException>(() => Profile.Read(Encoding.UTF8.GetBytes(copy.ToJsonString()), Draft.Dictionary)).Message);
        }

        static JsonObject Field(string from) => new() { ["from"] = from };
    }

    [Theory]
    [InlineData("form-x")]
    [InlineData("../profiles/form-k")]
    [InlineData("")]
    public void There_is_no_profile_but_those_that_ship(string name) =>
        Assert.Contains("form-k, opensid, sulut", Assert.Throws<UnusableInputException>(() => Profiles.Load(name)).Message);

    public void Dispose() => _register.Dispose();
}
