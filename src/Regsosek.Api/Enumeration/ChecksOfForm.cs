using static Regsosek.Api.Enumeration.Check;

namespace Regsosek.Api.Enumeration;

/// <summary>The checks of form K between answers: who is asked what, and what cannot be so at the same time.</summary>
public static partial class Checks
{
    public static readonly Check Unanswered = Warning("E01",
        "Not answered, though everybody is asked.", "Tidak dijawab, padahal ditanyakan kepada semua.",
        "Fill it.", "Isi.");

    public static readonly Check NameLetters = Warning("E02",
        "A name holds letters, spaces, dots, commas, hyphens and apostrophes.", "Nama berisi huruf, spasi, titik, koma, tanda hubung, dan apostrof.",
        "Correct the name.", "Perbaiki nama.");

    public static readonly Check LandProof = Asked("E04", "301b", "who owns the dwelling (301a = 1)", "pemilik bangunan (301a = 1)");
    public static readonly Check WastePit = Asked("E05", "306b", "whose water is 306a = 4 to 8", "yang sumber airnya 306a = 4 sampai 8");
    public static readonly Check Meter = Asked("E06", "307b", "who has a PLN meter (307a = 1)", "yang bermeteran PLN (307a = 1)");
    public static readonly Check Closet =
        Asked("E07", "309b, 310", "who uses a toilet (309a = 1 to 3)", "yang memakai fasilitas (309a = 1 sampai 3)");
    public static readonly Check Present =
        Asked("E12", "405-411, 430, 431a", "members who are present (404 = 1 or 5)", "anggota yang tinggal (404 = 1 atau 5)");
    public static readonly Check Pregnancy =
        Asked("E13", "410", "women of 10 to 54 who are or were married", "perempuan 10-54 tahun yang kawin atau pernah kawin");
    public static readonly Check School =
        Asked("E14", "413-415", "who went or goes to school (412 = 2 or 3)", "yang pernah atau masih sekolah (412 = 2 atau 3)");
    public static readonly Check Work = Asked("E15", "416b-418", "who worked (416a = 1)", "yang bekerja (416a = 1)");
    public static readonly Check Business = Asked("E16", "420b-426", "who has a business (420a = 1)", "yang memiliki usaha (420a = 1)");
    public static readonly Check Nutrition = Asked("E17", "427", "children up to 4", "anak sampai 4 tahun");
    public static readonly Check Difficulties = Asked("E18", "428", "a-f from 2 years on, g-j from 5", "a-f sejak 2 tahun, g-j sejak 5 tahun");
    public static readonly Check Carer =
        Asked("E19", "429", "from 60 years on, or with a difficulty (428 = 1 or 2)", "sejak 60 tahun, atau dengan kesulitan (428 = 1 atau 2)");
    public static readonly Check Support = Asked("E20", "431b-d", "from 5 years on", "sejak 5 tahun");
    public static readonly Check PipOrInsurance =
        Asked("E21", "431e, 431f", "from 5 to 30 years, from 15 years on", "umur 5-30 tahun, sejak 15 tahun");
    public static readonly Check Receipt = Warning("E23",
        "Last month and year are for who received (501 = 1), within the year before the visit.",
        "Bulan dan tahun terakhir diisi oleh penerima (501 = 1), dalam setahun sebelum pendataan.",
        "Correct 501, its month or its year.", "Perbaiki 501, bulan, atau tahunnya.");

    public static readonly Check NeedsPower = Warning("E24",
        "The appliance needs electricity, and 307a says there is none.", "Alat memerlukan listrik, sedangkan 307a menyatakan bukan listrik.",
        "Correct 502 or 307a.", "Perbaiki 502 atau 307a.");

    public static readonly Check Cylinder = Warning("E25",
        "A cylinder of 5.5 kg or more (502a) goes with LPG of that size (308 = 2 or 3).",
        "Tabung gas 5,5 kg atau lebih (502a) berpasangan dengan elpiji sebesar itu (308 = 2 atau 3).",
        "Correct 502a or 308.", "Perbaiki 502a atau 308.");

    public static readonly Check FromFive = Asked("E26", "412, 416a, 419, 420a", "from 5 years on", "sejak 5 tahun");

    public static readonly Check NotesNeeded = Warning("E27",
        "A visit that is not complete (205 = 2 to 5) needs notes.", "Pendataan yang tidak lengkap (205 = 2 sampai 5) perlu catatan.",
        "Say in the notes what happened.", "Jelaskan dalam catatan.");

    public static readonly Check NoHead = Warning("no-head",
        "No present member is head of the family (409 = 1).", "Tidak ada anggota berstatus kepala keluarga (409 = 1).",
        "Say in 409 who is.", "Tentukan dalam 409.");

    public static readonly Check SecondSpouse = Warning("second-spouse",
        "More than one member is spouse of the head (409 = 2).", "Lebih dari satu anggota berstatus istri/suami kepala keluarga (409 = 2).",
        "See whether it is so.", "Periksa kebenarannya.");

    public static readonly Check DeclaredAge = Warning("E30",
        "The age (407) is not that of the birth date (406).", "Umur (407) tidak sesuai tanggal lahir (406).",
        "Correct 406 or 407.", "Perbaiki 406 atau 407.");

    /// <summary>Rule E31: a warning only, since old records do carry wrong dates.</summary>
    public static readonly Check NikBirthMismatch = Warning("NIK_BIRTH_MISMATCH",
        "The NIK says another birth date or sex than 405 and 406.", "NIK menyatakan tanggal lahir atau jenis kelamin yang berbeda dari 405 dan 406.",
        "Compare with the card; the card may be wrong.", "Cocokkan dengan kartu; kartu bisa keliru.");

    public static readonly Check NumberTwice = Warning("E32",
        "Another living record has this NIK, or another family this KK though 115 does not say it split.",
        "NIK ini ada pada orang lain yang masih tercatat, atau KK ini pada keluarga lain tanpa pecahan (115).",
        "Find out which record is right.", "Pastikan catatan mana yang benar.");

    public static readonly Check Couple = Warning("E33",
        "Head and spouse are married (408 = 2) and of opposite sex.",
        "Kepala keluarga dan istri/suami berstatus kawin (408 = 2) dan berlainan jenis kelamin.",
        "Correct 405, 408 or 409.", "Perbaiki 405, 408, atau 409.");

    public static readonly Check Generations = Warning("E34",
        "A child is at least 10 years younger than the head, a parent older.",
        "Anak sekurangnya 10 tahun lebih muda dari kepala keluarga, orang tua lebih tua.",
        "Correct 406 or 409.", "Perbaiki 406 atau 409.");

    public static readonly Check TooYoung = Warning("E35",
        "Married under 10 years, or hours of work under 5.", "Kawin di bawah 10 tahun, atau jam kerja di bawah 5 tahun.",
        "Correct 406, 408 or 416b.", "Perbaiki 406, 408, atau 416b.");

    public static readonly Check Papers = Warning("E36",
        "A KTP is from 17 years on or once married, a KIA before 17.", "KTP sejak 17 tahun atau pernah kawin, KIA sebelum 17 tahun.",
        "Correct 406 or 411.", "Perbaiki 406 atau 411.");

    public static readonly Check Levels = Warning("E37",
        "The diploma (415) is above the level attended (413), or the level is above the age.",
        "Ijazah (415) di atas jenjang (413), atau jenjang di atas umur.",
        "Correct 413, 415 or 406.", "Perbaiki 413, 415, atau 406.");

    public static readonly Check DeclaredCount = Warning("E38",
        "The number of members (112) is not the number present.", "Jumlah anggota (112) tidak sama dengan yang tinggal.",
        "Correct 112 or 404.", "Perbaiki 112 atau 404.");

    public static readonly Check HeadName = Warning("E39",
        "The head's name (108) is not that of the head among the members (402).",
        "Nama kepala keluarga (108) berbeda dari nama kepala keluarga di daftar anggota (402).",
        "Correct 108 or 402.", "Perbaiki 108 atau 402.");

    private static Check Asked(string id, string questions, string whom, string whomId) => Warning(id,
        $"{questions}: answered by, and only by, those asked: {whom}.", $"{questions}: dijawab oleh, dan hanya oleh, yang ditanya: {whomId}.",
        "Fill it, empty it, or correct the answer that decides.", "Isi, kosongkan, atau perbaiki jawaban yang menentukan.");
}
