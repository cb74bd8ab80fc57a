using System.Globalization;
using System.Text;

namespace Verksam.Bench.Measures;

/// <summary>A plan as long as asked for: chapters, running text and points, the same every time.</summary>
internal static class LongPlan
{
    private static readonly string[] Who = ["Styrelsen", "Studieutskottet", "Valberedningen", "Varje lokalförening", "Kassören"];

    private static readonly string[] What =
    [
        "ska ordna minst fyra öppna möten under våren", "ska erbjuda alla nya medlemmar en introduktionskurs senast i maj",
        "bör skriva en insändare varje månad", "ska öka antalet aktiva medlemmar med tio procent", "uppmanas att besöka ett grannmöte",
        "kommer att följa upp planen vid varje sammanträde", "ska senast den 15 september lämna förslag till kandidatlista",
    ];

    private static readonly string[] Between =
    [
        "Förra året visade att många vill göra mer när de blir tillfrågade.", "Det är ett arbete som aldrig blir riktigt färdigt.",
        "Föreningen har i dag medlemmar i alla delar av länet.", "Kunskap ger självförtroende, och självförtroende ger engagemang.",
    ];

    /// <summary>At least so many bytes of UTF-8; the last chapter is whole.</summary>
    public static string Of(int bytes)
    {
        var text = new StringBuilder("Verksamhetsplan 2026\n\nFörslag från styrelsen\n\n");
        for (int chapter = 1, size = 0; size < bytes; chapter++)
        {
            var start = text.Length;
            Chapter(text, chapter);
            size += Encoding.UTF8.GetByteCount(text.ToString(start, text.Length - start));
        }

        return text.ToString();
    }

    private static void Chapter(StringBuilder text, int number)
    {
        text.Append(CultureInfo.InvariantCulture, $"{number}. Område {number}\n\n");
        for (var i = 0; i < 5; i++)
        {
            var n = (number * 5) + i;
            text.Append(Between[n % Between.Length]).Append(' ').Append(Sentence(n)).Append(' ').Append(Between[(n + 1) % Between.Length]).Append("\n\n");
        }

        for (var i = 0; i < 4; i++) text.Append("- ").Append(Sentence((number * 7) + i)).Append('\n');
        text.Append('\n');
    }

    private static string Sentence(int n) => $"{Who[n % Who.Length]} {What[n % What.Length]}.";
}
