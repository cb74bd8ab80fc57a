using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Verksam.Tests.Formats.Tables.Registers;

/// <summary>
/// An invented register of 1,200 people as a party's office exports it, with every trouble that such registers have: the same each time. Names and
/// places are invented, numbers are of the series that Skatteverket (birth numbers 980–999) and PTS (070-174 06 05 …, 0980-319 200 …) keep for examples.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "Invented people, the same each time")]
internal sealed class RegisterMaker
{
    public const int People = 1_200;

    private const int Postcode = 6, Town = 7, Mobile = 10, Email = 11, PaidUntil = 15, Protected = 18, Note = 19;

    private static readonly string[] _given =
        ["Åsa", "Örjan", "Älva", "Léa", "Anna-Karin", "Bo", "Cilla", "Doris", "Edvin", "Fatima", "Greta", "Henrik", "Ines", "Jonna", "Kalle", "Lo", "Maja", "Nils"];

    private static readonly string[] _family =
        ["Granhage", "Åkerblad", "Östmark", "Sjövik", "af Nordanliden", "Björkåsen", "O'Briensson", "Lindtorp", "Ängsbacke", "Rönnfors", "Myrstedt", "Tallgård"];

    private static readonly string[] _street = ["Granstigen", "Åbackavägen", "Myrgatan", "Sjöstigen", "Övre Backen", "Tallvägen"];
    private static readonly string[] _town = ["Norrvika", "Lillåfors", "Björkmyra", "Sjöbacka", "Östanliden", "Ängersfors", "Granhult", "Tallnäs"];
    private static readonly string[] _municipality = ["2303", "2305", "2309", "2313", "2321", "2326", "2361", "2380"];
    private static readonly string[] _unit = ["Norrvika lokalförening", "Björkmyra lokalförening", "Unga Granhult", "Ängersfors krets"];

    private readonly Random _random = new(20261123);
    private readonly List<string[]> _rows = [];

    public RegisterMaker()
    {
        for (var n = 0; n < People; n++) _rows.Add(Person(n));
        Trouble();
        // Twelve people are there twice, at another address
        foreach (var twice in Enumerable.Range(0, 12).Select(n => (string[])_rows[n * 90].Clone()).ToList())
        {
            twice[4] = "Flyttvägen 1";
            _rows.Add(twice);
        }
        _rows.Add(["Summa", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "1212", "", "", "", ""]);
    }

    public static IReadOnlyList<string> Headings { get; } =
        ["Mnr", "Enamn", "Fnamn", "PNR", "Adress", "c/o", "Postnr", "Ort", "Kommun", "Tel1", "Mobil", "E-post", "Org", "Kat", "Inträde", "Bet t.o.m.", "Kön", "Språk", "Skydd", "Anm"];

    public IReadOnlyList<string[]> Rows => _rows;

    private string[] Person(int n)
    {
        var (given, family) = (One(_given), One(_family));
        var born = new DateOnly(1940, 1, 1).AddDays(_random.Next(24_000));
        var place = _random.Next(_town.Length);
        return
        [
            Digits(10_001 + n), family, given, PersonNumber(born, n), $"{One(_street)} {_random.Next(1, 60)}", n % 40 == 0 ? "c/o Sjövik" : "",
            $"83{place} {_random.Next(10, 99)}", _town[place], _municipality[place], n % 3 == 0 ? $"0980-319{200 + (n % 100)}" : "", MobileNumber(n),
            n % 9 == 0 ? "" : $"person{n}@{(n % 5 == 0 ? "post.example" : "example.org")}", One(_unit), n % 10 == 0 ? "Stödmedlem" : "Medlem",
            Day(new DateOnly(1995, 1, 1).AddDays(_random.Next(11_000)), n), Day(new DateOnly(2026, 12, 31), 0), n % 2 == 0 ? "K" : "M", n % 30 == 0 ? "en" : "sv", "", "",
        ];
    }

    // Each where a test can find it
    private void Trouble()
    {
        _rows[3][3] = "19880231-9807"; // no such day
        _rows[4][3] = "20010431-9806";
        foreach (var n in (int[])[7, 17, 27]) _rows[n][3] = _rows[n][3][..^1] + (char)('0' + ((_rows[n][3][^1] - '0' + 1) % 10)); // wrong check digits
        foreach (var n in (int[])[31, 32, 33]) _rows[n][3] = "19880412-****";
        _rows[40][Mobile] = "fråga Bo"; // letters
        _rows[41][Mobile] = "070-174 06 XX";
        _rows[50][Email] = _rows[51][Email] = "familjen@example.org"; // two people, one address
        _rows[60][1] = _rows[60][2] = ""; // nobody
        foreach (var n in (int[])[70, 71]) _rows[n][8] = "9999"; // no such municipality
        (_rows[80][1], _rows[80][2]) = ("AF NORDANLIDEN", "ANNA-KARIN");
        (_rows[81][1], _rows[81][2]) = ("MCTALLGÅRD", "ÅSA");
        _rows[90 + 1][Note] = "=SUMMA(A1:A9)"; // looks like a formula
        _rows[92][Note] = "-ring inte";
        _rows[93][Note] = "+ en sympatisör; säger \"ja\"";
        _rows[94][Note] = string.Concat(Enumerable.Repeat("Vill hjälpa till med affischer. ", 160)); // five thousand letters
        _rows[95][Note] = "Flyttar\ni höst";
        (_rows[100][3], _rows[100][Email], _rows[100][Mobile]) = (Old(100), "", ""); // eighty, without e-mail
        (_rows[110][4], _rows[110][Postcode], _rows[110][Town], _rows[110][Protected]) = ("", "", "", "Skyddade personuppgifter");
        _rows[120][PaidUntil] = "31 februari 2027";
    }

    private static string Old(int n) => PersonNumber(new DateOnly(1946, 3, 9), n);

    private static string MobileNumber(int n)
    {
        var last = 605 + (n % 95);
        var number = $"174 0{last / 100} {last % 100:00}";
        return (n % 4) switch { 0 => $"070-{number}", 1 => $"+4670{number.Replace(" ", "", StringComparison.Ordinal)}", 2 => $"070{number.Replace(" ", "", StringComparison.Ordinal)}", _ => $"0046 70 {number}" };
    }

    private static string PersonNumber(DateOnly born, int n)
    {
        var first = $"{born:yyMMdd}{980 + (n % 20)}";
        var sum = first.Select((c, at) => (c - '0') * (2 - (at % 2))).Sum(d => d > 9 ? d - 9 : d);
        var last = $"{first[6..]}{(10 - (sum % 10)) % 10}";
        return n % 3 == 0 ? $"{born:yyyyMMdd}{last}" : $"{born:yyyyMMdd}-{last}";
    }

    private static string Day(DateOnly day, int n) => (n % 50) switch
    {
        1 => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        2 => day.ToString("d'/'M yyyy", CultureInfo.InvariantCulture),
        3 => day.ToString("d'.'M'.'yyyy", CultureInfo.InvariantCulture),
        4 => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("sv-SE")),
        _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private string One(string[] words) => words[_random.Next(words.Length)];

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
