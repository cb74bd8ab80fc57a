namespace Verksam.Demo;

/// <summary>A stock of first and last names that go together, and how often it is drawn from.</summary>
internal sealed record NameStock(int Share, IReadOnlyList<string> First, IReadOnlyList<string> Last);

/// <summary>
/// What the invented people are called. Everyday names, joined by chance; the commonest surnames and those of well-known
/// politicians are left out, so that nobody real is met by accident.
/// </summary>
internal static class Names
{
    public static readonly IReadOnlyList<NameStock> Stocks =
    [
        new(60, Split("""
            Agneta Aina Albin Alva Anna-Karin Arne Arvid Astrid August Axel Barbro Berit Bertil Birgitta Bo Britta Cajsa Cecilia Christer
            Dagny David Doris Ebbe Edvin Elin Elis Ellen Elsa Emil Erika Evert Folke Frida Gerd Gunhild Gunilla Göte Hanna Harriet Hedvig
            Henning Hilda Håkan Ida Inga-Lill Inger Ingrid Irma Ivar Jennie Joel Johanna Kajsa Karl-Erik Kerstin Kjell Klara Knut Laila
            Leif Lennart Linnéa Lisbeth Lovisa Lukas Majken Malin Marianne Mikael Moa Monica Nils Nina Oskar Ove Petra Pia Ragnar Rasmus
            Rolf Ronja Rune Sigrid Sixten Siv Sofia Solveig Sture Svea Sven-Olov Tage Tilda Torbjörn Tuva Tyra Ulrika Valter Vera Viktor
            Viola Vilgot Yngve Yvonne Åke Örjan
            """), Split("""
            Abrahamsson Alenius Backlund Bodin Boman Broman Burström Byström Edholm Edlund Ehnberg Englund Fahlgren Fahlström Forslund
            Franzén Granlund Granström Grubbström Hammarlund Hedbom Hedlund Hellgren Holmkvist Hägglund Häggström Israelsson Jonzon
            Kvarnlöf Lidgren Liljergren Lindvall Ljungdahl Lundkvist Lundmark Mickelsson Molander Myrberg Nordlander Norell Norgren Norlin
            Nyberg Näsholm Näslund Olander Pålsson Renström Risberg Rosendal Rudholm Sehlin Selin Sellström Sjölund Skoglund Stenvall
            Strandell Sundelin Sundvall Svanlund Söderholm Sörlin Tegman Tjäder Vallmark Vestin Viklund Wahlgren Westberg Wikberg Wåhlin
            Åhman Åkerlind Ångman Åström Ödmark Öhman Östlund
            """)),
        new(8, Split("""
            Aila Anja Arto Eija Esko Hannele Heikki Helmi Ilkka Irja Jarmo Kaarina Kaisa Lauri Maarit Marja-Liisa Markku Pirjo Raija Risto
            Seppo Taina Timo Tuula Veikko
            """), Split("""
            Ahola Alatalo Hiltunen Huuskonen Karvonen Kemppainen Kokko Kumpula Lehtola Leinonen Määttä Ollila Pelkonen Pikkarainen
            Rantatalo Saarela Tervaniemi Tolonen Vaara Ylipää
            """)),
        new(4, Split("Aslak Biret Ellos Inger-Máret Jovva Lávrra Máret Nilla Per-Ánte Ristin Sánna Sárá Sunná"), Split("""
            Baal Barruk Blind Fjällås Gaup Kuhmunen Labba Nejne Nutti Partapuoli Påve Rensberg Skaltje Svonni Vannar
            """)),
        new(5, Split("""
            Abdi Amina Ayaan Deeqa Faadumo Guled Hodan Idil Ifrah Liban Maryan Nasra Sahra Ubah Warsan Yusuf
            """), Split("Aden Ahmed Barre Dirie Farah Guleed Hirsi Isse Jama Warsame Yuusuf")),
        new(8, Split("""
            Ahmad Bassam Dalia Farid Hala Hani Huda Iman Karim Khaled Layla Maha Mahmoud Nour Rami Rana Rima Samir Tarek Wael Yara Ziad
            """), Split("""
            Abboud Al-Ahmad Al-Hamwi Darwish Fares Haddad Hamdan Issa Kanaan Khoury Mansour Naser Qasem Saleh Shaheen Zaidan
            """)),
        new(5, Split("""
            Adnan Alma Azra Edin Emina Enisa Hana Jasmina Mirsad Nedim Nermina Sanela Senad
            """), Split("""
            Alić Bajrić Begović Čaušević Delić Hodžić Ibrić Kahrimanović Mujkić Osmanović Salihović Suljić Zukić
            """)),
    ];

    private static string[] Split(string names) => names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
