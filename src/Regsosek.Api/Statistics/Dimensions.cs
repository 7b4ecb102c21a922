using System.Linq.Expressions;
using Regsosek.Api.Classification;
using Regsosek.Api.Http;
using Regsosek.Api.Reference;
using Regsosek.Data.Households;

namespace Regsosek.Api.Statistics;

/// <summary>All that families are counted by: a dimension is one line of <see cref="Of"/>. Codes and labels of what form K asks are those of the
/// dictionary.</summary>
public sealed class Dimensions(DataDictionary dictionary, IReadOnlyList<WelfareScheme> schemes)
{
    public const string Unanswered = "unanswered";

    /// <summary>How many may be asked for beside the region, which is the third.</summary>
    public const int Most = 2;

    public IReadOnlyList<Dimension> All { get; } = Of(dictionary, schemes[0]);

    /// <summary>The named ones in the order in which they are declared, whatever the order of the names.</summary>
    public IReadOnlyList<Dimension> Named(string? names)
    {
        string[] asked = string.IsNullOrEmpty(names) ? [] : names.Split(',', StringSplitOptions.TrimEntries);
        if (asked.FirstOrDefault(name => !All.Any(d => d.Name == name)) is { } stranger)
            throw new ProblemException(Problems.NoDimension(stranger, All.Select(d => d.Name)));
        if (asked.Length > Most) throw new ProblemException(Problems.Invalid("by", $"at most {Most} dimensions beside the region."));
        if (asked.Distinct().Count() != asked.Length) throw new ProblemException(Problems.Invalid("by", "names a dimension twice."));
        return [.. All.Where(d => asked.Contains(d.Name))];
    }

    /// <summary>The cube of dimensions in the order in which they are declared.</summary>
    internal static string Cube(IEnumerable<Dimension> by) => string.Join(',', by.Select(d => d.Name));

    private static IReadOnlyList<Dimension> Of(DataDictionary dictionary, WelfareScheme scheme) =>
    [
        OfRank("class", ("Welfare class", "Kelas kesejahteraan"), r => (int)r.Class,
            scheme.Classes.Select(c => new DimensionCode((short)Enum.Parse<WelfareClass>(c.Code), c.En, c.Id, c.Code))),
        OfRank("decile", ("Decile of persons", "Desil"), r => r.Decile,
            Enumerable.Range(1, 10).Select(d => new DimensionCode((short)d, $"Decile {d}", $"Desil {d}"))),
        OfMember("sexOfHead", ("Sex of the family head", "Jenis kelamin kepala keluarga"),
            p => p.Relation == FamilyRelation.Head ? (int?)p.Sex : null,
            [(1, "Man", "Laki-laki"), (2, "Woman", "Perempuan")]),
        OfMember("sectorOfHead", ("Work of the family head", "Lapangan usaha kepala keluarga"),
            p => p.Relation != FamilyRelation.Head ? null : p.Worked == YesNo.No ? 0 : (int?)p.Sector,
            [(1, "Agriculture", "Pertanian"), (2, "Industry and construction", "Industri dan konstruksi"), (3, "Trade and services", "Perdagangan dan jasa"),
                (4, "Not working", "Tidak bekerja")]) with { Grouped = sector => sector switch { 0 => 4, <= 6 => 1, <= 11 => 2, _ => 3 } },
        OfMember("disability", ("A member with a disability", "Ada anggota penyandang disabilitas"),
            p => p.Seeing <= Difficulty.Great || p.Hearing <= Difficulty.Great || p.Walking <= Difficulty.Great || p.Handling <= Difficulty.Great
                || p.Learning <= Difficulty.Great || p.Behaviour <= Difficulty.Great || p.Communicating <= Difficulty.Great || p.SelfCare <= Difficulty.Great
                || p.Remembering <= Difficulty.Great ? 2 : p.Seeing != null || p.Communicating != null ? (int?)1 : null,
            [(1, "Yes", "Ya"), (2, "No", "Tidak")]) with { Grouped = worst => 3 - worst },
        OfFamily("size", ("Members of the family", "Jumlah anggota keluarga"), h => h.MemberCount == 0 ? null : h.MemberCount > 6 ? 6 : (int?)h.MemberCount,
            [(1, "1", "1"), (2, "2", "2"), (3, "3", "3"), (4, "4", "4"), (5, "5", "5"), (6, "6 or more", "6 atau lebih")]),
        OfForm("tenure", h => (int?)h.Tenure, dictionary),
        OfForm("floor", h => (int?)h.Floor, dictionary),
        OfForm("wall", h => (int?)h.Wall, dictionary),
        OfForm("roof", h => (int?)h.Roof, dictionary),
        OfForm("drinkingWater", h => (int?)h.DrinkingWater, dictionary),
        OfForm("lighting", h => (int?)h.Lighting, dictionary),
        OfForm("cookingFuel", h => (int?)h.CookingFuel, dictionary),
        OfForm("toilet", h => (int?)h.Toilet, dictionary),
    ];

    /// <summary>A coded question about the family, by its name in the dictionary.</summary>
    private static Dimension OfForm(string name, Expression<Func<HouseholdRecord, int?>> read, DataDictionary dictionary)
    {
        var variable = dictionary.Find("family", name)!;
        var codes = dictionary.CodeLists[variable.CodeList!].Codes;
        return new(name, (variable.En, variable.Id), [.. codes.Select(c => new DimensionCode((short)c.Value, c.En, c.Id))]) { OfFamily = read };
    }

    private static Dimension OfRank(string name, (string En, string Id) says, Func<Rank, int> read, IEnumerable<DimensionCode> codes) =>
        new(name, says, [.. codes]) { OfRank = read };

    private static Dimension OfFamily(
        string name, (string En, string Id) says, Expression<Func<HouseholdRecord, int?>> read, (short Code, string En, string Id)[] codes) =>
        new(name, says, Codes(codes)) { OfFamily = read };

    private static Dimension OfMember(
        string name, (string En, string Id) says, Expression<Func<PersonRecord, int?>> read, (short Code, string En, string Id)[] codes) =>
        new(name, says, Codes(codes)) { OfMember = read };

    private static DimensionCode[] Codes((short Code, string En, string Id)[] codes) => [.. codes.Select(c => new DimensionCode(c.Code, c.En, c.Id))];
}
