namespace Regsosek.Api.Seeding;

internal static partial class Names
{
    private static readonly string[] Men = List("""
        Agus Budi Slamet Bambang Joko Eko Dedi Hendra Rudi Andi Iwan Yusuf Ahmad Muhammad Abdul Hasan Ali Ridwan Fajar Bayu
        Rizki Dimas Arif Wahyu Teguh Sugeng Suparman Sutrisno Darto Mulyadi Irfan Ilham Aditya Surya Gunawan Heri Anton Imam Taufik Asep
        """);

    private static readonly string[] Women = List("""
        Siti Sri Dewi Ani Rina Yuni Endang Wati Nur Aisyah Fatimah Ratna Lestari Wulan Indah Putri Ayu Fitri Kartini Sumiati
        Suryani Rahayu Ningsih Mega Maya Lina Yanti Eka Dwi Tri Intan Nurul Hasanah Khadijah Rohani Mulyani Puspita Anita Novita Halimah
        """);

    private static readonly string[] PapuanMen = List("""
        Yohanes Petrus Paulus Markus Matius Lukas Yakob Yosep Daniel Samuel Simon Andreas Filipus Thomas Stefanus Benyamin Yonas Elias Musa
        Abraham Ishak Yeremias Natanael Marthen Frans Agustinus Melkias Obed Ferdinand Hendrik Edison Yulianus Otniel Soleman Zakarias Robert
        """);

    private static readonly string[] PapuanWomen = List("""
        Maria Marta Elisabet Yohana Rut Ester Debora Naomi Sara Rahel Lea Yuliana Kristina Agustina Fransina Yosina Selfina Welmina Orpa
        Susana Paulina Adolfina Dorkas Novela Yakoba Martina Herlina Regina Veronika Theresia Magdalena Antonia Loisa Febiola Sofia Yemima
        """);

    private static readonly string[] Margas = List("""
        Wanggai Mandacan Ayomi Rumbiak Rumbekwan Kambu Ireeuw Hamadi Merauje Hanuebi Awi Itaar Mano Nero Ramela Rollo Mallo Membri
        Felle Ohee Ongge Kallem Suebu Yoku Monim Wally Sokoy Tokoro Deda Marweri Wenda Kogoya Tabuni Yikwa Gombo Wonda Mabel Asso
        Wetipo Hisage Pekei Gobai Mote Tebay Kayame Karubaba Kaisiepo Kapisa Sanadi Rumaropen Rumbino Wospakrik Warer Waromi Bonai Imbiri
        Fonataba Wayoi Aninam Numberi
        """);

    private static readonly string[] Streets = List("""
        Kenanga Melati Mawar Anggrek Cempaka Dahlia Flamboyan Kamboja Teratai Cendana Matoa Sagu Pinang Kelapa Cenderawasih Merpati
        """);

    private static string[] List(string names) => names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
