using System.Globalization;

namespace Regsosek.Api.Statistics;

/// <summary>What the page says, in English and Indonesian.</summary>
internal sealed record StatisticsTexts(string Language)
{
    private static readonly CultureInfo Indonesian = new("") { NumberFormat = { NumberGroupSeparator = ".", NumberDecimalSeparator = "," } };

    public bool IsIndonesian => Language == "id";
    public string Other => IsIndonesian ? "en" : "id";
    public string OtherName => IsIndonesian ? "English" : "Bahasa Indonesia";
    public string Title => Pick("Families by welfare", "Keluarga menurut kesejahteraan");
    public string Demonstration => Pick(
        "Demonstration: made-up families, and a public scorecard that is not the model of Statistics Indonesia (BPS).",
        "Demonstrasi: keluarga buatan, dan kartu skor publik yang bukan model BPS.");
    public string Map => Pick("Poverty rate by province", "Tingkat kemiskinan menurut provinsi");
    public string MapSays => Pick("A map of the 38 provinces; darker is poorer. The table below holds the same figures.", "Peta 38 provinsi; makin gelap makin miskin. Tabel di bawah memuat angka yang sama.");
    public string NotShown => Pick("not shown", "tidak ditampilkan");
    public string Region => Pick("Region", "Wilayah");
    public string Families => Pick("Families", "Keluarga");
    public string Persons => Pick("Persons", "Jiwa");
    public string Rate => Pick("Poverty rate", "Tingkat kemiskinan");
    public string Coverage => Pick("Ranked", "Diperingkat");
    public string Class => Pick("Welfare class", "Kelas kesejahteraan");
    public string Decile => Pick("Decile", "Desil");
    public string ByClass => Pick("Families by welfare class", "Keluarga menurut kelas kesejahteraan");
    public string ByDecile => Pick("Families by decile of persons", "Keluarga menurut desil jiwa");
    public string Regencies => Pick("Regencies and cities", "Kabupaten dan kota");
    public string Provinces => Pick("Provinces", "Provinsi");
    public string Back => Pick("All provinces", "Semua provinsi");
    public string HowToRead => Pick("How to read this", "Cara membaca");
    public string NoRun => Pick("No run has ranked the families yet.", "Belum ada pemeringkatan keluarga.");
    public string Skip => Pick("Skip to the figures", "Langsung ke angka");

    public IReadOnlyList<string> Reading => IsIndonesian
        ?
        [
            "Tingkat kemiskinan adalah rata-rata peluang setiap jiwa hidup di bawah garis kemiskinan nasional. Angka ini bukan keputusan tentang satu keluarga.",
            "Angka yang menyangkut kurang dari lima keluarga tidak ditampilkan, begitu pula sebagian angka lain agar angka itu tidak dapat dihitung kembali.",
            "Keluarga dibulatkan ke kelipatan 5 dan jiwa ke kelipatan 20. Karena itu bagian tidak selalu berjumlah sama dengan totalnya.",
            "Diperingkat: bagian keluarga terdata yang mendapat peringkat. Desil 1 adalah sepersepuluh jiwa yang paling miskin.",
        ]
        :
        [
            "The poverty rate is the mean likelihood of each person to live under the national poverty line. It is no verdict about one family.",
            "Figures that would tell of fewer than five families are not shown, and some others beside them, so that these cannot be worked out.",
            "Families are rounded to multiples of 5 and persons to multiples of 20, so parts need not add up to their total.",
            "Ranked: the share of the families held that have a rank. Decile 1 is the poorest tenth of persons.",
        ];

    public string Run(StatisticsView view) => Pick(
        $"Run of {Day(view)} by {view.Model}@{view.Version}, classes by {view.Scheme}. {view.Coverage}.",
        $"Pemeringkatan {Day(view)} dengan {view.Model}@{view.Version}, kelas menurut {view.Scheme}.");

    /// <summary>1,234.5 in English, 1.234,5 in Indonesian; the hub knows no cultures of the system's.</summary>
    public CultureInfo Numbers => IsIndonesian ? Indonesian : CultureInfo.InvariantCulture;

    public string Boundaries => Pick("Boundaries, simplified, not for surveying", "Batas wilayah, disederhanakan, bukan untuk pengukuran");

    public string Number(long? number) => number?.ToString("#,0", Numbers) ?? NotShown;

    public string Percent(double? percent) => percent is { } value ? value.ToString("0", Numbers) + " %" : NotShown;

    /// <summary>With the places it has been rounded to.</summary>
    public string RateOf(FigureView figure) => figure.PovertyRate is { } rate ? rate.ToString(figure.Persons >= Rounding.FinePersons ? "0.0" : "0", Numbers) + " %" : NotShown;

    public string Pick(string english, string indonesian) => IsIndonesian ? indonesian : english;

    private static string Day(StatisticsView view) => view.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
