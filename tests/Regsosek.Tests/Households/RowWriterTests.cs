using System.Text;
using System.Text.Json;
using Regsosek.Api.Access;
using Regsosek.Api.Households;

namespace Regsosek.Tests.Households;

/// <summary>Lines of a file and members of a page are written by different code, and are the same text.</summary>
[Collection(SharedHub.Name)]
public sealed class RowWriterTests(TestHub hub)
{
    private static readonly string?[] Texts = [null, "", "Yosina Wanma", "a \"quoted\" \\ one", "line\nand\ttab", "Ambarsari é 漢 😀 <&>", "\u0001", "\u2028", new('x', 900), "x\ud800y"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_line_is_what_the_page_holds(int seed)
    {
        var (families, persons) = (hub.Get<Fields<HouseholdView>>(), hub.Get<Fields<MemberView>>());
        var chance = new Random(seed);
        var some = new Selection([families.Find("id")!, families.Find("members")!, families.Find("classification")!], [persons.Find("nik")!]);
        foreach (var selection in (Selection[])[new(families.All, persons.All), new([.. families.All.Where(f => f.Name != "members")], null), some])
        {
            List<HouseholdView> views = [.. Enumerable.Range(0, 40).Select(_ => Drawn<HouseholdView>(chance))];
            foreach (var view in views) view.Members = [.. Enumerable.Range(0, chance.Next(4)).Select(_ => Drawn<MemberView>(chance))];
            using var rows = HouseholdRows.Of(HouseholdRows.Ndjson, selection);
            Assert.Equal(string.Concat(views.Select(view => Written(view, selection) + "\n")), Encoding.UTF8.GetString(rows.Page(views).Span));
        }
    }

    private static string Written(HouseholdView view, Selection selection)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Api.Http.Json.Writer)) HouseholdJson.Write(json, view, selection);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static TView Drawn<TView>(Random chance)
        where TView : new()
    {
        var view = new TView();
        foreach (var property in typeof(TView).GetProperties().Where(p => p.CanWrite && p.Name != nameof(HouseholdView.Members)))
            property.SetValue(view, Value(Nullable.GetUnderlyingType(property.PropertyType) is { } plain ? chance.Next(3) == 0 ? null : plain : property.PropertyType, chance));
        return view;
    }

    private static object? Value(Type? type, Random chance) => type switch
    {
        null => null,
        var t when t == typeof(string) => Texts[chance.Next(Texts.Length)],
        var t when t == typeof(short) => (short)chance.Next(-3, 12_000),
        var t when t == typeof(int) => chance.Next(-3, 120),
        var t when t == typeof(long) => chance.NextInt64(),
        var t when t == typeof(double) => chance.Next(2) == 0 ? chance.NextDouble() * 141 : -2.5e-7,
        var t when t == typeof(bool) => chance.Next(2) == 0,
        var t when t == typeof(Guid) => Guid.CreateVersion7(),
        var t when t == typeof(DateOnly) => new DateOnly(1900, 1, 1).AddDays(chance.Next(60_000)),
        var t when t.IsEnum => Enum.GetValues(t).GetValue(chance.Next(Enum.GetValues(t).Length)),
        var t when t == typeof(ClassificationView) => chance.Next(2) == 0 ? null : new ClassificationView("regsosek-1", "ppi", "2020", "survey", "ID", "whole", new(2026, 1, 2), true),
        var t when t == typeof(IReadOnlyDictionary<string, string>) => chance.Next(2) == 0 ? null : new Dictionary<string, string> { ["headName"] = "child" },
        _ => null,
    };
}
