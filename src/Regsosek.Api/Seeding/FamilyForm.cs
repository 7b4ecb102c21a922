using System.Text.Json;

namespace Regsosek.Api.Seeding;

// A family as one object of the profile form-k. What was not asked is left out.
internal static class FamilyForm
{
    private static readonly Columns<FamilyDraft> Numbers = new(
        ("r109", f => f.BuildingNumber),
        ("r110", f => f.FamilyNumber),
        ("r111", f => (short?)f.FieldView),
        ("r112", f => f.DeclaredMemberCount),
        ("r115", f => (short?)f.FamilyCardCode),
        ("r205", f => (short?)f.EnumerationResult),
        ("r301a", f => (short?)f.Tenure),
        ("r301b", f => (short?)f.LandProof),
        ("r302", f => f.FloorArea),
        ("r303", f => (short?)f.Floor),
        ("r304", f => (short?)f.Wall),
        ("r305", f => (short?)f.Roof),
        ("r306a", f => (short?)f.DrinkingWater),
        ("r306b", f => (short?)f.WastePitDistance),
        ("r307a", f => (short?)f.Lighting),
        ("r307b1", f => (short?)f.MeterPower1),
        ("r307b2", f => (short?)f.MeterPower2),
        ("r307b3", f => (short?)f.MeterPower3),
        ("r308", f => (short?)f.CookingFuel),
        ("r309a", f => (short?)f.Toilet),
        ("r309b", f => (short?)f.Closet),
        ("r310", f => (short?)f.WasteDisposal),
        ("r501a", f => (short?)f.ReceivedSembako),
        ("r501a_bln", f => f.ReceivedSembakoMonth),
        ("r501a_thn", f => f.ReceivedSembakoYear),
        ("r501b", f => (short?)f.ReceivedPkh),
        ("r501b_bln", f => f.ReceivedPkhMonth),
        ("r501b_thn", f => f.ReceivedPkhYear),
        ("r501c", f => (short?)f.ReceivedBltDesa),
        ("r501c_bln", f => f.ReceivedBltDesaMonth),
        ("r501c_thn", f => f.ReceivedBltDesaYear),
        ("r501d", f => (short?)f.ReceivedElectricity),
        ("r501d_bln", f => f.ReceivedElectricityMonth),
        ("r501d_thn", f => f.ReceivedElectricityYear),
        ("r501e", f => (short?)f.ReceivedLocalAid),
        ("r501e_bln", f => f.ReceivedLocalAidMonth),
        ("r501e_thn", f => f.ReceivedLocalAidYear),
        ("r501f", f => (short?)f.ReceivedFertilizer),
        ("r501f_bln", f => f.ReceivedFertilizerMonth),
        ("r501f_thn", f => f.ReceivedFertilizerYear),
        ("r501g", f => (short?)f.ReceivedLpg),
        ("r501g_bln", f => f.ReceivedLpgMonth),
        ("r501g_thn", f => f.ReceivedLpgYear),
        ("r502a", f => (short?)f.HasGasCylinder),
        ("r502b", f => (short?)f.HasRefrigerator),
        ("r502c", f => (short?)f.HasAirConditioner),
        ("r502d", f => (short?)f.HasWaterHeater),
        ("r502e", f => (short?)f.HasTelephone),
        ("r502f", f => (short?)f.HasTelevision),
        ("r502g", f => (short?)f.HasGold),
        ("r502h", f => (short?)f.HasComputer),
        ("r502i", f => (short?)f.HasMotorcycle),
        ("r502j", f => (short?)f.HasBicycle),
        ("r502k", f => (short?)f.HasCar),
        ("r502l", f => (short?)f.HasBoat),
        ("r502m", f => (short?)f.HasMotorBoat),
        ("r502n", f => (short?)f.HasSmartphone),
        ("r503a", f => (short?)f.HasOtherLand),
        ("r503b", f => (short?)f.HasOtherHouse),
        ("r504a", f => f.Cattle),
        ("r504b", f => f.Buffaloes),
        ("r504c", f => f.Horses),
        ("r504d", f => f.Pigs),
        ("r504e", f => f.Goats),
        ("r505", f => (short?)f.Internet),
        ("r506", f => (short?)f.ActiveAccount));

    public static void Write(Utf8JsonWriter json, FamilyDraft family)
    {
        json.WriteStartObject();
        Place(json, family);
        Visit(json, family);
        Numbers.Write(json, family);
        json.WriteStartArray("blok_4"u8);
        foreach (var member in family.Members) MemberForm.Write(json, member);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, FamilyDraft family)
    {
        json.WriteString("source_id"u8, family.SourceId);
        json.WriteString("kode_wilayah"u8, family.Village.Seat.Code);
        json.WriteString("r101"u8, family.Village.Parts[0]);
        json.WriteString("r102"u8, family.Village.Parts[1]);
        json.WriteString("r103"u8, family.Village.Parts[2]);
        json.WriteString("r104"u8, family.Village.Parts[3]);
        json.WriteString("r105"u8, family.Sls);
        json.WriteString("r105sub"u8, family.SubSls);
        json.WriteString("r106"u8, family.SlsName);
        json.WriteString("r107"u8, family.Address);
        json.WriteString("r108"u8, family.Head.Name);
        json.WriteString("r113"u8, family.LandmarkId);
        if (family.FamilyCard is { } card) json.WriteString("r114"u8, card);
    }

    private static void Visit(Utf8JsonWriter json, FamilyDraft family)
    {
        Day(json, "observed_on"u8, family.Visit);
        Day(json, "r201"u8, family.EnumeratedOn);
        json.WriteString("r202"u8, family.EnumeratorName);
        json.WriteString("r202a"u8, family.EnumeratorCode);
        Day(json, "r203"u8, family.CheckedOn);
        json.WriteString("r204"u8, family.SupervisorName);
        json.WriteString("r204a"u8, family.SupervisorCode);
        json.WriteString("nama_responden"u8, family.Head.Name);
    }

    private static void Day(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? day) => json.WriteString(name, $"{day:yyyy-MM-dd}");
}
