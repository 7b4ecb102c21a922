using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Data.Participation;
using Regsosek.Tests.Engines;
using Regsosek.Tests.Enumeration;

namespace Regsosek.Tests.Participation;

[OnEveryEngine]
public sealed class FormatsOfADelivery : IDisposable
{
    private static readonly string[] Columns = ["amount", "nik", "familyCard", "period", "name", "birthDate", "region"];
    private readonly Register _register = new();
    private readonly Ministry _ministry;

    public FormatsOfADelivery() => _ministry = new(_register);

    /// <summary>Numbers of money as numbers, the others as texts; and rows with something wrong.</summary>
    private static readonly object?[][] Rows =
    [
        [600000, Draft.Nik(1, "120580", 1), null, "2022-10", "Yance Rumbiak", "1980-05-12", null],
        [null, null, "9171990101150001", "2022-Q3", null, null, null],
        [1, null, null, "2022-10", "Ester, \"Rumbiak\"", "1983-06-02", "91.71.03.1012"],
        [1, Draft.Nik(1, "420683", 2), null, "2030-01", null, null, null],
        [1, "12", null, "2022-10", null, null, null],
        [1, Draft.Nik(1, "420683", 2), null, null, new string('x', 201), null, null],
    ];

    [Fact]
    public async Task Equal_rows_have_equal_results_in_every_format()
    {
        await _register.Import(new Draft());
        var csv = await Told(DeliveryFormat.Csv, Encoding.UTF8.GetBytes(Csv(',')));
        Assert.Equal(6, csv.Count);
        Assert.Contains("1 Standing  M1 2022100 600000", csv[0], StringComparison.Ordinal);
        Assert.Equal(csv, await Told(DeliveryFormat.Csv, Encoding.UTF8.GetBytes("\uFEFF" + Csv(';').Replace("\n", "\r\n\r\n", StringComparison.Ordinal))));
        Assert.Equal(csv, await Told(DeliveryFormat.Ndjson, Encoding.UTF8.GetBytes(string.Join("\n\n", Rows.Select(Line)))));
        Assert.Equal(csv, await Told(DeliveryFormat.Xlsx, Workbook.Of([Columns, .. Rows])));
    }

    [Fact]
    public async Task A_number_of_a_person_that_came_as_a_number_is_rejected()
    {
        var sheet = await _ministry.Send(Workbook.Of([["nik"], [9171990101900001L]]), DeliveryFormat.Xlsx);
        await _ministry.TakeIn(sheet);
        Assert.Equal(["Rejected number-as-number"], await _ministry.Rows(sheet));
        Assert.Equal(["Rejected number-as-number"], await _ministry.Rows(await _ministry.Deliver("{\"nik\":9171990101900001}", DeliveryFormat.Ndjson)));
    }

    [Theory]
    [InlineData("{\"nik\":\"9171990101900001\",\"nama\":\"x\"}", "unknown-field")]
    [InlineData("{\"nik\":\"9171990101900001\"", "not-readable")]
    [InlineData("{\"nik\":[\"9171990101900001\"]}", "not-readable")]
    [InlineData("{\"nik\":\"9171990101900001\",\"nik\":\"9171990101900002\"}", "not-readable")]
    [InlineData("[]", "not-readable")]
    public async Task A_line_that_is_no_row_is_rejected_by_itself(string line, string reason) =>
        Assert.Equal([$"Rejected {reason}", "Standing nobody"],
            await _ministry.Rows(await _ministry.Deliver($"{line}\n{{\"nik\":\"9171990101900003\"}}\n", DeliveryFormat.Ndjson)));

    [Theory]
    [InlineData("no workbook at all")]
    [InlineData("PK\u0003\u0004")]
    public async Task What_is_no_workbook_is_told(string body)
    {
        var delivery = await _ministry.Deliver(body, DeliveryFormat.Xlsx);
        Assert.Equal((DeliveryState.Failed, "not-readable"), ((await _ministry.Of(delivery)).State, (await _ministry.Of(delivery)).Fault));
    }

    [Fact]
    public async Task A_workbook_over_several_parts_is_read_through()
    {
        var random = new Random(1);
        object?[][] rows = [.. Enumerable.Range(0, 20_000).Select(i => new object?[] { $"91719901019{i:00000}", string.Concat(Enumerable.Range(0, 120).Select(_ => (char)random.Next('A', 'Z'))) })];
        var body = Workbook.Of([["nik", "name"], .. rows]);
        Assert.True(body.Length > DeliveryPart.Length);
        var delivery = await _ministry.Send(body, DeliveryFormat.Xlsx);
        await _ministry.TakeIn(delivery);
        Assert.Equal((DeliveryState.Finished, 20_000), ((await _ministry.Of(delivery)).State, (await _ministry.Of(delivery)).Line));
    }

    public void Dispose() => _register.Dispose();

    /// <summary>The rows as they are stored, after which they are forgotten.</summary>
    private async Task<List<string>> Told(DeliveryFormat format, byte[] body)
    {
        var delivery = await _ministry.Send(body, format, period: null);
        await _ministry.TakeIn(delivery);
        await using var registry = _register.Open();
        var rows = await registry.DeliveredRows.AsNoTracking().Where(r => r.DeliveryKey == delivery).OrderBy(r => r.Line).ToListAsync();
        await registry.DeliveredRows.ExecuteDeleteAsync();
        return rows.ConvertAll(r => $"{r.Line} {r.State} {r.Reason} {r.Level} {r.Period} {r.Amount} {r.Kind} {r.HouseholdKey} {r.PersonKey} {_register.Seal.OpenText(r.NumberSealed)}");
    }

    private static string Csv(char comma) => string.Join('\n', Rows.Select(r => string.Join(comma, r.Select(Cell))).Prepend(string.Join(comma, Columns)));

    private static string Cell(object? cell) => cell is string text && text.AsSpan().ContainsAny(",\"") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : $"{cell}";

    private static string Line(object?[] row) => JsonSerializer.Serialize(Columns.Zip(row).ToDictionary(c => c.First, c => c.Second));
}
