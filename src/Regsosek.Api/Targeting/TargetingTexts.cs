using System.Globalization;
using Regsosek.Api.Statistics;
using Regsosek.Data.Targeting;

namespace Regsosek.Api.Targeting;

/// <summary>What the page says, in English and Indonesian.</summary>
internal sealed record TargetingTexts(string Language)
{
    private readonly StatisticsTexts _common = new(Language);

    public string Other => _common.Other;
    public string OtherName => _common.OtherName;
    public CultureInfo Numbers => _common.Numbers;
    public string Skip => _common.Skip;
    public string Region => _common.Region;
    public string HowToRead => _common.HowToRead;
    public string NotShown => _common.NotShown;
    public string Title => Pick("Who is entitled, and who receives", "Siapa yang berhak, dan siapa yang menerima");
    public string Nothing => Pick("Nothing has been delivered and counted yet.", "Belum ada data penyaluran yang dihitung.");
    public string Programmes => Pick("Programmes", "Program");
    public string Outcome => Pick("Outcome", "Hasil");
    public string Period => Pick("Period", "Periode");
    public string Families => _common.Families;
    public string Persons => _common.Persons;
    public string ActedOn => Pick("Answered", "Ditindaklanjuti");
    public string Outstanding => Pick("Not answered", "Belum ditindaklanjuti");
    public string ExclusionRate => Pick("Exclusion error", "Salah eksklusi");
    public string InclusionRate => Pick("Inclusion error", "Salah inklusi");
    public string Missed => Pick("Entitled and not receiving", "Berhak tetapi tidak menerima");
    public string Wrong => Pick("Receiving and not entitled", "Menerima tetapi tidak berhak");
    public string Trend => Pick("By period", "Menurut periode");
    public string Flags => Pick("Exclusion flags among those who receive", "Penanda eksklusi di antara penerima");
    public string Flag => Pick("Flag", "Penanda");
    public string Above => Pick("The region above", "Wilayah di atasnya");

    public string Below(string level) => level switch
    {
        "province" => Pick("by province", "menurut provinsi"),
        "regency" => Pick("by regency and city", "menurut kabupaten dan kota"),
        "district" => Pick("by district (distrik)", "menurut distrik/kecamatan"),
        _ => Pick("by village", "menurut desa/kelurahan"),
    };

    public string Of(TargetingOutcome outcome) => outcome switch
    {
        TargetingOutcome.EntitledReceiving => Pick("Entitled and receiving", "Berhak dan menerima"),
        TargetingOutcome.EntitledNotReceiving => Missed,
        TargetingOutcome.NotEntitledReceiving => Wrong,
        TargetingOutcome.NotEntitledNotReceiving => Pick("Neither", "Tidak berhak dan tidak menerima"),
        TargetingOutcome.UnknownReceiving => Pick("Receiving, entitlement not known", "Menerima, hak belum diketahui"),
        _ => Pick("Not receiving, entitlement not known", "Tidak menerima, hak belum diketahui"),
    };

    public string Says(TargetingView view) => Pick(
        $"{view.Programme}, {view.Period}, by version {view.Version} ({view.Decree}); ages on {Day(view.Day)}; {view.Deliveries} deliveries. A rule proposes: nothing here gives or ends anybody's aid.",
        $"{view.Programme}, {view.Period}, menurut versi {view.Version} ({view.Decree}); umur per {Day(view.Day)}; {view.Deliveries} kiriman data salur. Aturan hanya mengusulkan: tidak ada bantuan yang diberikan atau dihentikan di sini.");

    public IReadOnlyList<string> Reading => Language == "id"
        ?
        [
            "Salah eksklusi: bagian dari yang berhak yang tidak menerima. Salah inklusi: bagian dari penerima yang diketahui tidak berhak.",
            "Berhak menurut aturan program dan data yang ada; yang belum diketahui dihitung tersendiri.",
            "Angka yang menyangkut kurang dari lima tidak ditampilkan, begitu pula sebagian angka lain; selebihnya dibulatkan. Bagian tidak selalu berjumlah sama dengan totalnya.",
            "Penanda eksklusi adalah alasan untuk memeriksa, bukan keputusan.",
        ]
        :
        [
            "Exclusion error: the share of the entitled who do not receive. Inclusion error: the share of those who receive who are known not to be entitled.",
            "Entitled is by the rule of the programme and the data there is; of whom it is not known is counted by itself.",
            "Figures that would tell of fewer than five are not shown, and some others beside them; the rest is rounded. Parts need not add up to their total.",
            "An exclusion flag is a reason to look, never a decision.",
        ];

    public string Number(long? number) => _common.Number(number);

    public string Percent(double? percent) => _common.Percent(percent);

    public string Pick(string english, string indonesian) => _common.Pick(english, indonesian);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
