using System.Text;
using Regsosek.Api.Seeding;
using static Regsosek.Tests.Seeding.Seeded;

namespace Regsosek.Tests.Seeding;

public sealed class SeededLines
{
    [Fact]
    public void Are_the_same_bytes_again() => Assert.Equal(Bytes(Request with { Families = 300 }), Bytes(Request with { Families = 300 }));

    [Fact]
    public void Do_not_depend_on_how_many_are_asked_for()
    {
        var few = Bytes(Request with { Families = 40 });

        Assert.Equal(few, Bytes(Request with { Families = 400 })[..few.Length]);
    }

    [Fact]
    public void Do_not_depend_on_the_order_of_the_villages() =>
        Assert.Equal(Bytes(Request with { Families = 50 }), Bytes(Request with { Families = 50 }, [.. Jayapura.Reverse()]));

    [Fact]
    public void Differ_from_seed_to_seed() => Assert.NotEqual(Bytes(Request with { Families = 5 }), Bytes(Request with { Families = 5, Seed = 2 }));

    [Fact]
    public void Are_one_object_a_line_with_a_key_of_their_own()
    {
        var lines = SeedFamilies.Lines(Request with { Families = 3 }, Jayapura).Select(line => Encoding.UTF8.GetString(line.Span)).ToList();

        Assert.All(lines, line => Assert.Equal(line.Length - 1, line.IndexOf('\n')));
        Assert.StartsWith("{\"source_id\":\"seed-91.71-1-3\"", lines[2]);
    }

    [Fact]
    public void Need_a_village() => Assert.Throws<ArgumentOutOfRangeException>(() => SeedFamilies.Lines(Request, []));

    [Fact]
    public void Tell_of_visits_in_the_sixty_days_before_the_reference_date_in_villages_of_the_region()
    {
        Assert.All(Families, family =>
        {
            Assert.InRange(family.Day("r201"), Request.Reference.AddDays(-60), Request.Reference.AddDays(-1));
            Assert.InRange(family.Day("r203"), family.Day("r201"), Request.Reference);
            Assert.Equal(family.Text("r201"), family.Text("observed_on"));
            string?[] parts = [family.Text("r101"), family.Text("r102"), family.Text("r103"), family.Text("r104")];
            Assert.Equal(family.Text("kode_wilayah"), string.Join('.', parts));
        });
        Assert.Equal(
            Jayapura.Concat(Magelang).Select(seat => seat.Code).Order(),
            Families.Select(family => family.Text("kode_wilayah")).Distinct().Order());
    }

    private static byte[] Bytes(SeedRequest request, IReadOnlyList<VillageSeat>? villages = null) =>
        [.. SeedFamilies.Lines(request, villages ?? Jayapura).SelectMany(line => line.ToArray())];
}
