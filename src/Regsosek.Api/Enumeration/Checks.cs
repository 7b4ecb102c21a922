using static Regsosek.Api.Enumeration.Check;

namespace Regsosek.Api.Enumeration;

/// <summary>The checks of a row as it is read: can it be read at all, and does each value have a place on the form.</summary>
public static partial class Checks
{
    public static readonly Check NotUtf8 = Error("not-utf8",
        "The line is not UTF-8.", "Baris bukan UTF-8.",
        "Save the file as UTF-8.", "Simpan berkas sebagai UTF-8.");

    public static readonly Check MalformedJson = Error("malformed-json",
        "The line is not one whole JSON value.", "Baris bukan satu nilai JSON yang utuh.",
        "Write one family a line, without breaks inside.", "Tulis satu keluarga per baris, tanpa pindah baris di dalamnya.");

    public static readonly Check NotAnObject = Error("not-an-object",
        "This must be a JSON object.", "Bagian ini harus berupa objek JSON.",
        "Write { \"field\": value, … }.", "Tulis { \"ruas\": nilai, … }.");

    public static readonly Check RowTooLong = Error("row-too-long",
        "The line is longer than 1 MB; its first megabyte was kept.", "Baris lebih panjang dari 1 MB; satu megabita pertama disimpan.",
        "Check that one family is one line.", "Periksa bahwa satu keluarga adalah satu baris.");

    public static readonly Check FieldTwice = Error("field-twice",
        "The field is there twice.", "Ruas tertulis dua kali.",
        "Keep the right one.", "Sisakan yang benar.");

    public static readonly Check SourceIdTooLong = Error("source-id",
        "The source id is longer than 80 characters, or no plain value.", "Id sumber lebih dari 80 karakter atau bukan nilai biasa.",
        "Give the family a shorter id, or none.", "Beri keluarga id yang lebih pendek, atau kosongkan.");

    public static readonly Check VillageMissing = Error("village-missing",
        "The village is not given (Kemendagri code of ten digits).", "Kode desa/kelurahan (Kemendagri, sepuluh digit) kosong.",
        "Fill the village code; BPS codes 101-104 do not replace it.", "Isi kode desa/kelurahan; kode BPS 101-104 tidak menggantikannya.");

    public static readonly Check VillageUnknown = Error("village-unknown",
        "No village has this Kemendagri code.", "Tidak ada desa/kelurahan dengan kode Kemendagri ini.",
        "Correct the code, or load a newer region table.", "Perbaiki kode, atau muat tabel wilayah yang lebih baru.");

    public static readonly Check NoMembers = Error("no-members",
        "The array of members is missing.", "Larik anggota keluarga tidak ada.",
        "Send the family with its members.", "Kirim keluarga beserta anggotanya.");

    public static readonly Check StrayMember = Error("stray-member",
        "The row of members.csv belongs to no family of families.csv (its line is counted on from the last line there).",
        "Baris members.csv tidak termasuk keluarga mana pun di families.csv (nomor baris dilanjutkan dari baris terakhirnya).",
        "Correct its source id, or add the family.", "Perbaiki id sumbernya, atau tambahkan keluarganya.");

    public static readonly Check TooManyMembers = Error("too-many-members",
        "The family has more than 99 members.", "Anggota keluarga lebih dari 99.",
        "Give each family a row of its own.", "Tulis setiap keluarga pada baris sendiri.");

    public static readonly Check NobodyPresent = Error("no-present-member",
        "No member is present (404 = 1 or 5).", "Tidak ada anggota yang tinggal bersama keluarga (404 = 1 atau 5).",
        "Correct 404, or leave the family out.", "Perbaiki 404, atau jangan kirim keluarga ini.");

    public static readonly Check NotAValue = Error("not-a-value",
        "Neither text nor number.", "Bukan teks dan bukan angka.",
        "Write a text, a number or null.", "Tulis teks, angka, atau null.");

    public static readonly Check NotANumber = Error("not-a-number",
        "Not a whole number.", "Bukan bilangan bulat.",
        "Write digits only.", "Tulis angka saja.");

    public static readonly Check NotOnForm = Error("E08",
        "The code is not in the list of this question for this source.", "Kode tidak ada dalam daftar pertanyaan ini untuk sumber ini.",
        "Correct the code, or import with the right profile.", "Perbaiki kode, atau impor dengan profil yang benar.");

    public static readonly Check OutOfRange = Error("E09",
        "The number is outside its range (floor area 302: 1 to 997).", "Angka di luar rentangnya (luas lantai 302: 1 sampai 997).",
        "Correct the number.", "Perbaiki angka.");

    public static readonly Check NotASum = Error("E22",
        "No sum of flags gives this number (99 stands alone).", "Bukan jumlah kode pilihan (99 berdiri sendiri).",
        "Add the codes that apply, each once.", "Jumlahkan kode yang berlaku, masing-masing sekali.");

    public static readonly Check TooLong = Error("too-long",
        "The text is longer than its column.", "Teks lebih panjang dari kolomnya.",
        "Shorten it.", "Persingkat teks.");

    public static readonly Check DateImpossible = Error("date-impossible",
        "No such date (written YYYY-MM-DD), or one that cannot be.", "Tanggal tidak ada (ditulis YYYY-MM-DD) atau tidak mungkin.",
        "Correct the date; a birth is from 1900 on and not after the visit.", "Perbaiki tanggal; kelahiran sejak 1900 dan tidak setelah pendataan.");

    public static readonly Check NumberForm = Error("E03",
        "A NIK or KK has 16 digits, not all the same, and a serial that is not 0000.",
        "NIK atau KK terdiri dari 16 digit, tidak semuanya sama, dan nomor urutnya bukan 0000.",
        "Copy it from the card; leave it empty when there is none.", "Salin dari kartu; kosongkan bila belum ada.");

    public static readonly Check NumberDate = Error("number-date",
        "The date inside the NIK or KK does not exist or has not come.", "Tanggal di dalam NIK atau KK tidak ada atau belum tiba.",
        "Copy the number from the card again.", "Salin ulang nomor dari kartu.");

    public static readonly Check DemoNumber = Error("demo-number",
        "A demonstration number (district 99) among real data.", "Nomor peragaan (kecamatan 99) di antara data nyata.",
        "Leave it out, or import into a demonstration.", "Hapus nomor itu, atau impor ke lingkungan peragaan.");

    public static readonly Check OrderTwice = Error("E10",
        "Two members have the same order number (401).", "Dua anggota bernomor urut sama (401).",
        "Number the members 1, 2, 3, …", "Nomori anggota 1, 2, 3, …");

    public static readonly Check TwoHeads = Error("E11",
        "Two present members are heads of the family (409 = 1).", "Dua anggota berstatus kepala keluarga (409 = 1).",
        "Correct 409, or send two families.", "Perbaiki 409, atau kirim dua keluarga.");

    public static readonly Check UnknownField = Warning("unknown-field",
        "The profile does not know this field; it is kept only in the sealed row.",
        "Profil tidak mengenal ruas ini; hanya disimpan dalam baris tersegel.",
        "Correct its name, or ignore this.", "Perbaiki namanya, atau abaikan.");

    public static readonly Check Undecided = Warning("undecided-code",
        "This source's code has no single place on the form; read as unanswered.",
        "Kode sumber ini tidak punya satu padanan di formulir; dibaca sebagai tidak dijawab.",
        "Ask again under the form's own codes.", "Tanyakan ulang dengan kode formulir.");

    public static readonly Check NoObservationDate = Warning("no-observation-date",
        "The row is not dated; the day of import stands for it.", "Baris tidak bertanggal; dipakai hari impor.",
        "Fill observed_on or 201.", "Isi observed_on atau 201.");

    public static readonly Check DateIncomplete = Warning("date-incomplete",
        "Part of the date is missing; read as unanswered.", "Sebagian tanggal kosong; dibaca sebagai tidak dijawab.",
        "Fill day, month and year.", "Isi tanggal, bulan, dan tahun.");

    public static readonly Check NumberAsNumber = Warning("identifier-as-number",
        "A NIK or KK came as a number; some tools round its last digit.",
        "NIK atau KK dikirim sebagai angka; sebagian perangkat membulatkan digit terakhirnya.",
        "Send it as text.", "Kirim sebagai teks.");

    public static readonly Check NumberInText = Warning("number-in-text",
        "A free text held 16 digits in a row; they were covered.", "Teks bebas memuat 16 digit berturut-turut; digit itu ditutup.",
        "Keep NIK and KK in their own fields.", "Simpan NIK dan KK pada ruasnya sendiri.");

    public static readonly Check NikPending = Warning("nik-pending",
        "No NIK; the hub's own id stands for the person.", "NIK kosong; dipakai id milik hub.",
        "Fill 403 once a NIK is issued.", "Isi 403 setelah NIK terbit.");

    public static readonly Check NumberRegion = Warning("number-region",
        "The district inside the NIK or KK is in no table the hub has.", "Kecamatan di dalam NIK atau KK tidak ada dalam tabel hub.",
        "Compare with the card; an old code may be right.", "Cocokkan dengan kartu; kode lama mungkin benar.");

    public static readonly Check PersonMoved = Warning("person-moved",
        "The NIK was in another family; the person now belongs to this one.",
        "NIK tercatat di keluarga lain; orang ini sekarang menjadi anggota keluarga ini.",
        "See whether he really moved.", "Periksa apakah ia benar-benar pindah.");

    public static readonly Check MoreFindings = Warning("more-findings",
        "The row has more findings than are kept.", "Temuan pada baris ini lebih banyak dari yang disimpan.",
        "Correct these and import again.", "Perbaiki dahulu, lalu impor ulang.");
}
