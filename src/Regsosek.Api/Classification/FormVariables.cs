using System.Collections.Frozen;
using System.Linq.Expressions;
using Regsosek.Api.Rules;
using Regsosek.Data.Households;

namespace Regsosek.Api.Classification;

/// <summary>All questions that a scoring model may read: housing, things and land, and of each member sex, age, kinship, schooling and work.
/// Programmes received, health and the neighbourhood head's view are left out on purpose: what is given must not decide what is given.</summary>
public static class FormVariables
{
    /// <summary>Read without a column of its own: the region, and who is present.</summary>
    public static readonly IReadOnlySet<string> Given = new HashSet<string> { "101", "102", "404" };

    private static readonly IReadOnlyList<FormVariable> Families = Placed(
    [
        Of("301a", nameof(Household.Tenure), h => (short?)h.Tenure), Of("301b", nameof(Household.LandProof), h => (short?)h.LandProof),
        Of("302", nameof(Household.FloorArea), h => h.FloorArea), Of("303", nameof(Household.Floor), h => (short?)h.Floor),
        Of("304", nameof(Household.Wall), h => (short?)h.Wall), Of("305", nameof(Household.Roof), h => (short?)h.Roof),
        Of("306a", nameof(Household.DrinkingWater), h => (short?)h.DrinkingWater),
        Of("306b", nameof(Household.WastePitDistance), h => h.WastePitDistance == PitDistance.Unknown ? null : (short?)h.WastePitDistance),
        Of("307a", nameof(Household.Lighting), h => (short?)h.Lighting), Of("307b1", nameof(Household.MeterPower1), h => (short?)h.MeterPower1),
        Of("307b2", nameof(Household.MeterPower2), h => (short?)h.MeterPower2),
        Of("307b3", nameof(Household.MeterPower3), h => (short?)h.MeterPower3),
        Of("308", nameof(Household.CookingFuel), h => (short?)h.CookingFuel), Of("309a", nameof(Household.Toilet), h => (short?)h.Toilet),
        Of("309b", nameof(Household.Closet), h => (short?)h.Closet), Of("310", nameof(Household.WasteDisposal), h => (short?)h.WasteDisposal),
        Of("502a", nameof(Household.HasGasCylinder), h => (short?)h.HasGasCylinder),
        Of("502b", nameof(Household.HasRefrigerator), h => (short?)h.HasRefrigerator),
        Of("502c", nameof(Household.HasAirConditioner), h => (short?)h.HasAirConditioner),
        Of("502d", nameof(Household.HasWaterHeater), h => (short?)h.HasWaterHeater),
        Of("502e", nameof(Household.HasTelephone), h => (short?)h.HasTelephone),
        Of("502f", nameof(Household.HasTelevision), h => (short?)h.HasTelevision), Of("502g", nameof(Household.HasGold), h => (short?)h.HasGold),
        Of("502h", nameof(Household.HasComputer), h => (short?)h.HasComputer),
        Of("502i", nameof(Household.HasMotorcycle), h => (short?)h.HasMotorcycle),
        Of("502j", nameof(Household.HasBicycle), h => (short?)h.HasBicycle), Of("502k", nameof(Household.HasCar), h => (short?)h.HasCar),
        Of("502l", nameof(Household.HasBoat), h => (short?)h.HasBoat), Of("502m", nameof(Household.HasMotorBoat), h => (short?)h.HasMotorBoat),
        Of("502n", nameof(Household.HasSmartphone), h => (short?)h.HasSmartphone),
        Of("503a", nameof(Household.HasOtherLand), h => (short?)h.HasOtherLand),
        Of("503b", nameof(Household.HasOtherHouse), h => (short?)h.HasOtherHouse),
        Of("504a", nameof(Household.Cattle), h => h.Cattle), Of("504b", nameof(Household.Buffaloes), h => h.Buffaloes),
        Of("504c", nameof(Household.Horses), h => h.Horses), Of("504d", nameof(Household.Pigs), h => h.Pigs),
        Of("504e", nameof(Household.Goats), h => h.Goats), Of("505", nameof(Household.Internet), h => (short?)h.Internet),
        Of("506", nameof(Household.ActiveAccount), h => (short?)h.ActiveAccount),
    ]);

    private static readonly IReadOnlyList<FormVariable> Persons = Placed(
    [
        OfMember("405", nameof(Person.Sex), (p, _) => (short?)p.Sex),
        OfMember("407", nameof(Person.BirthDate), (p, day) => (short?)Ages.On(day, p.BirthDate)),
        OfMember("408", nameof(Person.MaritalStatus), (p, _) => (short?)p.MaritalStatus),
        OfMember("409", nameof(Person.Relation), (p, _) => (short?)p.Relation),
        OfMember("412", nameof(Person.SchoolParticipation), (p, _) => (short?)p.SchoolParticipation),
        OfMember("413", nameof(Person.SchoolLevel), (p, _) => (short?)p.SchoolLevel),
        OfMember("414", nameof(Person.SchoolClass), (p, _) => (short?)p.SchoolClass),
        OfMember("415", nameof(Person.Diploma), (p, _) => (short?)p.Diploma),
        OfMember("416a", nameof(Person.Worked), (p, _) => (short?)p.Worked), OfMember("416b", nameof(Person.HoursWorked), (p, _) => p.HoursWorked),
        OfMember("417", nameof(Person.Sector), (p, _) => (short?)p.Sector), OfMember("418", nameof(Person.JobStatus), (p, _) => (short?)p.JobStatus),
        OfMember("420a", nameof(Person.OwnsBusiness), (p, _) => (short?)p.OwnsBusiness),
        OfMember("420b", nameof(Person.BusinessCount), (p, _) => p.BusinessCount),
        OfMember("421", nameof(Person.BusinessSector), (p, _) => (short?)p.BusinessSector),
        OfMember("422", nameof(Person.PaidWorkers), (p, _) => p.PaidWorkers), OfMember("425", nameof(Person.Turnover), (p, _) => (short?)p.Turnover),
    ]);

    private static readonly FrozenDictionary<string, FormVariable> ByNumber = Families.Concat(Persons).ToFrozenDictionary(v => v.Number);

    /// <summary>How many answers <see cref="ScoringInputs"/> keeps of a family, and of each member.</summary>
    public static readonly int OfAFamily = Families.Count, OfAMember = Persons.Count;

    public static readonly FormVariable Age = ByNumber["407"], Relation = ByNumber["409"];

    public static IReadOnlyList<FormVariable> All { get; } = [.. Families, .. Persons];

    /// <summary>Null when scoring cannot read the question. The birth date (406) is read as the age.</summary>
    public static FormVariable? Find(string number) => ByNumber.GetValueOrDefault(number == "406" ? "407" : number);

    private static FormVariable Of(string number, string column, Expression<Func<HouseholdRecord, short?>> read) =>
        new(number, column, Unit.Family, Place: 0) { OfFamily = read };

    private static FormVariable OfMember(string number, string column, Expression<Func<PersonRecord, DateOnly, short?>> read) =>
        new(number, column, Unit.Person, Place: 0) { OfMember = read };

    private static FormVariable[] Placed(IReadOnlyList<FormVariable> of) => [.. of.Select((variable, place) => variable with { Place = place })];
}
