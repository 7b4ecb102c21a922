using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Regsosek.Api;
using Regsosek.Api.Enumeration;
using Regsosek.Api.Reference;

namespace Regsosek.Tests.Enumeration;

/// <summary>A family in the words of the form, written down as any source would. As it starts, nothing is wrong with it.</summary>
internal sealed class Draft
{
    public static readonly DataDictionary Dictionary = DataDictionary.Load(Hub.Schema);
    private const string Village = "91.71.03.1012";

    public Draft(int number = 1)
    {
        Number = number;
        SourceId = $"f-{number}";
        Family["familyCard"] = $"917199010115{number:0000}";
        Members = [Head(number), Spouse(number), Child(number)];
    }

    public int Number { get; }
    public object? SourceId { get; set; }
    public object? KodeWilayah { get; set; } = Village;
    public object? ObservedOn { get; set; } = "2022-10-20";
    public Dictionary<string, object?> Family { get; } = new()
    {
        ["sls"] = "0001",
        ["subSls"] = "00",
        ["slsName"] = "RT 001 RW 002",
        ["address"] = "Jalan Baru 5",
        ["headName"] = "Yance Rumbiak",
        ["buildingNumber"] = 12,
        ["familyNumber"] = 3,
        ["fieldView"] = 2,
        ["declaredMemberCount"] = 3,
        ["landmarkId"] = "AB1234",
        ["familyCardCode"] = 0,
        ["enumeratedOn"] = "2022-10-20",
        ["enumeratorName"] = "Maria Wanggai",
        ["enumeratorCode"] = "0007",
        ["checkedOn"] = "2022-10-22",
        ["supervisorName"] = "Agus Ayomi",
        ["supervisorCode"] = "003",
        ["enumerationResult"] = 1,
        ["respondentName"] = "Yance Rumbiak",
        ["tenure"] = 1,
        ["landProof"] = 6,
        ["floorArea"] = 42,
        ["floor"] = 6,
        ["wall"] = 3,
        ["roof"] = 3,
        ["drinkingWater"] = 5,
        ["wastePitDistance"] = 2,
        ["lighting"] = 1,
        ["meterPower1"] = 2,
        ["cookingFuel"] = "07",
        ["toilet"] = 1,
        ["closet"] = 1,
        ["wasteDisposal"] = 1,
        ["receivedSembako"] = 1,
        ["receivedSembakoMonth"] = 9,
        ["receivedSembakoYear"] = 2022,
        ["receivedPkh"] = 2,
        ["receivedBltDesa"] = 2,
        ["receivedElectricity"] = 2,
        ["receivedLocalAid"] = 2,
        ["receivedFertilizer"] = 2,
        ["receivedLpg"] = 2,
        ["hasGasCylinder"] = 2,
        ["hasRefrigerator"] = 1,
        ["hasAirConditioner"] = 2,
        ["hasWaterHeater"] = 2,
        ["hasTelephone"] = 2,
        ["hasTelevision"] = 2,
        ["hasGold"] = 2,
        ["hasComputer"] = 2,
        ["hasMotorcycle"] = 1,
        ["hasBicycle"] = 2,
        ["hasCar"] = 2,
        ["hasBoat"] = 2,
        ["hasMotorBoat"] = 2,
        ["hasSmartphone"] = 1,
        ["hasOtherLand"] = 2,
        ["hasOtherHouse"] = 2,
        ["cattle"] = 0,
        ["buffaloes"] = 0,
        ["horses"] = 0,
        ["pigs"] = 4,
        ["goats"] = 0,
        ["internet"] = 3,
        ["activeAccount"] = 2,
    };

    public List<Dictionary<string, object?>> Members { get; }

    public static string Nik(int number, string birth, int member) => $"917199{birth}{(number * 10) + member:0000}";

    public Draft With(string variable, object? value, int? member = null)
    {
        if (member is { } place) Members[place][variable] = value;
        else if (variable == "familyCard" || Family.ContainsKey(variable) || Dictionary.Find("family", variable) is not null) Family[variable] = value;
        else throw new ArgumentException($"The form knows no {variable}.");
        return this;
    }

    public Draft Seen(string on)
    {
        ObservedOn = Family["enumeratedOn"] = on;
        Family["checkedOn"] = null;
        return this;
    }

    public Draft Without(int member)
    {
        Members.RemoveAt(member);
        Family["declaredMemberCount"] = Members.Count;
        return this;
    }

    public JsonObject Json(Profile? profile = null)
    {
        profile ??= Profiles.FormK;
        var family = Written(Family, profile.Family);
        family[profile.SourceId] = JsonSerializer.SerializeToNode(SourceId);
        family[profile.Village] = JsonSerializer.SerializeToNode(KodeWilayah);
        if (!family.ContainsKey(profile.ObservedOn[0])) family[profile.ObservedOn[0]] = JsonSerializer.SerializeToNode(ObservedOn);
        family[profile.Members] = new JsonArray([.. Members.Select(m => Written(m, profile.Person))]);
        return family;
    }

    public string Line(Profile? profile = null) => Json(profile).ToJsonString();

    public override string ToString() => Line();

    private static JsonObject Written(Dictionary<string, object?> answers, IReadOnlyDictionary<string, SourceField> fields)
    {
        var json = new JsonObject();
        foreach (var (variable, field) in fields)
        {
            if (!answers.TryGetValue(variable, out var value)) continue;
            if (field.From.Count == 3 && value is string date && date.Split('-') is { Length: 3 } parts)
                for (var i = 0; i < 3; i++) json[field.From[i]] = parts[2 - i];
            else json[field.From[0]] = JsonSerializer.SerializeToNode(value);
        }

        return json;
    }

    private static Dictionary<string, object?> Head(int number) => Adult(new()
    {
        ["orderNumber"] = 1,
        ["name"] = "Yance Rumbiak",
        ["nik"] = Nik(number, "120580", 1),
        ["sex"] = 1,
        ["birthDate"] = "1980-05-12",
        ["declaredAge"] = 42,
        ["relation"] = 1,
        ["worked"] = 1,
        ["hoursWorked"] = 40,
        ["sector"] = 12,
        ["sectorText"] = "kios",
        ["jobStatus"] = 1,
        ["ownsBusiness"] = 1,
        ["businessCount"] = 1,
        ["businessSector"] = 12,
        ["paidWorkers"] = 0,
        ["unpaidWorkers"] = 1,
        ["businessLicence"] = 11,
        ["turnover"] = 1,
        ["businessInternet"] = 3,
    });

    private static Dictionary<string, object?> Spouse(int number) => Adult(new()
    {
        ["orderNumber"] = 2,
        ["name"] = "Ester Rumbiak",
        ["nik"] = Nik(number, "420683", 2),
        ["sex"] = 2,
        ["birthDate"] = "1983-06-02",
        ["declaredAge"] = 39,
        ["relation"] = 2,
        ["pregnant"] = 2,
        ["worked"] = 2,
        ["ownsBusiness"] = 2,
    });

    private static Dictionary<string, object?> Child(int number) => new()
    {
        ["orderNumber"] = 3,
        ["name"] = "Yosua Rumbiak",
        ["nik"] = Nik(number, "030120", 3),
        ["presence"] = 1,
        ["sex"] = 1,
        ["birthDate"] = "2020-01-03",
        ["declaredAge"] = 2,
        ["maritalStatus"] = 1,
        ["relation"] = 3,
        ["identityPapers"] = 1,
        ["nutrition"] = 3,
        ["seeing"] = 4,
        ["hearing"] = 4,
        ["walking"] = 4,
        ["handling"] = 4,
        ["learning"] = 4,
        ["behaviour"] = 4,
        ["chronicIllness"] = 1,
        ["healthInsurance"] = 1,
    };

    private static Dictionary<string, object?> Adult(Dictionary<string, object?> answers) => new(answers)
    {
        ["presence"] = 1,
        ["maritalStatus"] = 2,
        ["identityPapers"] = 5,
        ["schoolParticipation"] = 3,
        ["schoolLevel"] = "08",
        ["schoolClass"] = 8,
        ["diploma"] = "08",
        ["taxNumber"] = 3,
        ["seeing"] = 4,
        ["hearing"] = 4,
        ["walking"] = 4,
        ["handling"] = 4,
        ["learning"] = 4,
        ["behaviour"] = 4,
        ["communicating"] = 4,
        ["selfCare"] = 4,
        ["remembering"] = 4,
        ["sadness"] = 4,
        ["chronicIllness"] = 1,
        ["healthInsurance"] = 1,
        ["receivesPrakerja"] = 2,
        ["receivesKur"] = 2,
        ["receivesUmi"] = 8,
        ["employmentInsurance"] = 0,
    };
}

/// <summary>The profiles that ship.</summary>
internal static class Profiles
{
    public static readonly Profile FormK = Load("form-k");
    public static readonly Profile OpenSid = Load("opensid");
    public static readonly Profile Sulut = Load("sulut");

    public static IEnumerable<string> Names => ["form-k", "opensid", "sulut"];

    public static Profile Load(string name) => Profile.Load(Hub.Schema, name, Draft.Dictionary);

    public static byte[] Utf8(this string text) => Encoding.UTF8.GetBytes(text);
}
