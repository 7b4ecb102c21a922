using System.Text.Json;
using Regsosek.Api.Seeding;
using Regsosek.Data.Regions;

namespace Regsosek.Tests.Seeding;

/// <summary>Villages of a city of Papua and a regency of Central Java, and the families seeded into them.</summary>
internal static class Seeded
{
    public static readonly IReadOnlyList<VillageSeat> Jayapura = Seats(
        "91.71.01.1001", "91.71.01.1005", "91.71.02.1006", "91.71.03.1008", "91.71.03.1014", "91.71.05.1002",
        "91.71.01.2008", "91.71.02.2008", "91.71.03.2001", "91.71.04.2001", "91.71.04.2006", "91.71.05.2005");

    public static readonly IReadOnlyList<VillageSeat> Magelang = Seats("33.08.01.2001", "33.08.01.2002", "33.08.11.1001", "33.08.12.2003");

    public static readonly SeedRequest Request = new("91.71", 3000, 1, new DateOnly(2022, 11, 24));

    public static readonly IReadOnlyList<JsonElement> Families =
        [.. Of(Request, Jayapura), .. Of(Request with { Region = "33.08", Families = 1500 }, Magelang)];

    public static IEnumerable<JsonElement> Of(SeedRequest request, IReadOnlyList<VillageSeat> villages) =>
        SeedFamilies.Lines(request, villages).Select(line => JsonElement.Parse(line.Span));

    public static IEnumerable<JsonElement> Members(this JsonElement family) => family.GetProperty("blok_4").EnumerateArray();

    public static int? Number(this JsonElement row, string question) => row.TryGetProperty(question, out var answer) ? answer.GetInt32() : null;

    public static string? Text(this JsonElement row, string question) => row.TryGetProperty(question, out var answer) ? answer.GetString() : null;

    public static DateOnly Day(this JsonElement row, string question) => DateOnly.ParseExact(row.Text(question)!, "yyyy-MM-dd");

    public static DateOnly Born(this JsonElement member) =>
        new(member.Number("r406thn")!.Value, member.Number("r406bln")!.Value, member.Number("r406tgl")!.Value);

    public static bool InTown(this JsonElement family) => family.Text("r104")![0] == '1';

    private static IReadOnlyList<VillageSeat> Seats(params string[] codes) =>
        [.. codes.Select(code => new VillageSeat(code, "Village", (RegionKind)(code[9] - '0')))];
}
