using System.Linq.Expressions;
using Regsosek.Data;
using Regsosek.Data.Households;

namespace Regsosek.Api.Rules;

/// <summary>What the hub itself knows of a family or person beyond the answers.</summary>
internal static class DerivedFacts
{
    private static readonly Dictionary<int, Label> WelfareClasses = new()
    {
        [(int)WelfareClass.MISKIN_EKSTREM] = new("extreme poor", "miskin ekstrem"),
        [(int)WelfareClass.SANGAT_MISKIN] = new("very poor", "sangat miskin"),
        [(int)WelfareClass.MISKIN] = new("poor", "miskin"),
        [(int)WelfareClass.HAMPIR_MISKIN] = new("near poor", "hampir miskin"),
        [(int)WelfareClass.RENTAN] = new("vulnerable", "rentan"),
        [(int)WelfareClass.TIDAK_MISKIN] = new("not poor", "tidak miskin"),
    };

    private static readonly Dictionary<int, Label> SectorGroups = new()
    {
        [1] = new("agriculture", "pertanian"),
        [2] = new("industry", "industri"),
        [3] = new("services", "jasa"),
    };

    private static readonly Dictionary<int, Label> YesOrNo = new() { [0] = new("no", "tidak"), [1] = new("yes", "ya") };

    public static IEnumerable<Fact> All =>
    [
        Ranking("decile", new("Welfare decile, 1 lowest", "Desil kesejahteraan"), h => h.Rank.Decile),
        Ranking("percentile", new("Share of persons ranked at or below the family", "Persentil kesejahteraan"), h => h.Rank.Percentile),
        Ranking("welfareClass", new("Welfare class", "Kelas kesejahteraan"), h => h.Rank.WelfareClass, WelfareClasses),
        Family("memberCount", new("Members present", "Jumlah anggota yang ada"), FieldGroups.Demography, h => h.MemberCount),
        Family("floorAreaPerHead", new("Floor area per present member, m2", "Luas lantai per anggota, m2"),
            FieldGroups.Housing | FieldGroups.Demography,
            h => h.MemberCount > 0 ? (double?)h.FloorArea / h.MemberCount : null, shelfLifeMonths: 36),
        Region("province", new("Province code", "Kode provinsi"), h => h.ProvinceCode),
        Region("regency", new("Regency or city code", "Kode kabupaten/kota"), h => h.RegencyCode),
        Region("district", new("District code", "Kode kecamatan"), h => h.DistrictCode),
        Region("village", new("Village code", "Kode desa/kelurahan"), h => h.VillageCode),
        new Age
        {
            Name = "age", Label = new("Age in completed years", "Umur"), Unit = Unit.Person, Type = FactType.Number,
            Source = FactSource.Survey, Group = FieldGroups.Demography,
        },
        new Column((Expression<Func<Person, bool>>)(p => p.NikHash != null))
        {
            Name = "hasNik", Label = new("The register holds his NIK", "NIK tercatat"), Unit = Unit.Person, Type = FactType.Flag,
            Source = FactSource.Register, Group = FieldGroups.Identity, Codes = YesOrNo,
        },
    ];

    public static Fact SectorGroup(Fact sector) => new Grouped(sector, code => code <= 6 ? 1 : code <= 11 ? 2 : 3)
    {
        Name = "sectorGroup",
        Label = new("Sector of work in three groups", "Kelompok lapangan usaha"),
        Unit = sector.Unit,
        Type = FactType.Code,
        Source = sector.Source,
        Group = sector.Group,
        Codes = SectorGroups,
        ShelfLifeMonths = sector.ShelfLifeMonths,
        Universe = sector.Universe,
    };

    private static Column Ranking<T>(string name, Label label, Expression<Func<Household, T>> get, Dictionary<int, Label>? codes = null) => new(get)
    {
        Name = name,
        Label = label,
        Unit = Unit.Family,
        Type = codes is null ? FactType.Number : FactType.Code,
        Source = FactSource.Ranking,
        Group = FieldGroups.Classification,
        Codes = codes ?? [],
    };

    private static Column Family<T>(
        string name, Label label, FieldGroups group, Expression<Func<Household, T>> get, int? shelfLifeMonths = null) => new(get)
        {
            Name = name,
            Label = label,
            Unit = Unit.Family,
            Type = FactType.Number,
            Source = FactSource.Survey,
            Group = group,
            ShelfLifeMonths = shelfLifeMonths,
        };

    private static Column Region(string name, Label label, Expression<Func<Household, string>> get) => new(get)
    {
        Name = name,
        Label = label,
        Unit = Unit.Family,
        Type = FactType.Text,
        Source = FactSource.Register,
        Group = FieldGroups.Location,
    };
}
