using System.IO.Compression;
using System.Security;
using System.Text;

namespace Regsosek.Tests.Participation;

/// <summary>The smallest workbook there is: one sheet of texts and numbers.</summary>
internal static class Workbook
{
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        Package = "http://schemas.openxmlformats.org/package/2006/relationships", Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static byte[] Of(IEnumerable<object?[]> rows)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string ofBook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                ofSheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml", ofLinks = "application/vnd.openxmlformats-package.relationships+xml";
            Add("[Content_Types].xml", $"<Types xmlns=\"{Types}\"><Default Extension=\"rels\" ContentType=\"{ofLinks}\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{ofBook}\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{ofSheet}\"/></Types>");
            Add("_rels/.rels", Link("officeDocument", "xl/workbook.xml"));
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Sheet}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", Link("worksheet", "worksheets/sheet1.xml"));
            Add("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Sheet}\"><sheetData>{string.Concat(rows.Select(Row))}</sheetData></worksheet>");

            void Add(string name, string xml)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{xml}"));
            }
        }

        return file.ToArray();
    }

    private static string Link(string type, string target) =>
        $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Office}/{type}\" Target=\"{target}\"/></Relationships>";

    private static string Row(object?[] cells, int at) => $"<row r=\"{at + 1}\">{string.Concat(cells.Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{at + 1}")))}</row>";

    private static string Cell(object? cell, string at) => cell switch
    {
        null => "",
        string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>",
        _ => FormattableString.Invariant($"<c r=\"{at}\"><v>{cell}</v></c>"),
    };
}
