using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Verksam.Features.People.Segments;

/// <summary>
/// The question as one line, in addresses and in what is saved: <c>1.alla(enhet:alnas;!betalt:2026-03-10;nagon(alder:18,30;etikett:…))</c>. The
/// number is the version of this form; "!" turns a condition round. Whatever comes in can be read: what is not understood becomes <see cref="Unread"/>.
/// </summary>
internal static partial class SegmentText
{
    public const int Longest = 4000;

    // a request line has room for eight thousand letters
    private const int LongestAddress = 6000;

    private const string Version = "1.", Reserved = "();:,!~";

    private static readonly (Join Join, string Word)[] Words = [(Join.All, "alla"), (Join.Any, "nagon"), (Join.None, "ingen")];

    public static string Write(TermGroup group) => Version + Written(group);

    /// <summary>The same, as it stands in an address after "urval=".</summary>
    public static string InAddress(TermGroup group) => string.Concat(Write(group).EnumerateRunes().Select(r => IsPlain(r) ? r.ToString() : Uri.EscapeDataString(r.ToString())));

    /// <summary>Whether an address, and what is saved, has room for it.</summary>
    public static bool Fits(TermGroup group) => Write(group).Length <= Longest && InAddress(group).Length <= LongestAddress;

    public static TermGroup Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return TermGroup.Everybody;
        var read = text.Length <= Longest && text.StartsWith(Version, StringComparison.Ordinal) ? Item(text[Version.Length..], 1) as TermGroup : null;
        return read is not null && read.Leaves.Count() <= TermGroup.MostConditions ? read : new TermGroup(Join.All, [NotRead(text)]);
    }

    private static string Written(Term term) => term switch
    {
        TermGroup g => $"{Array.Find(Words, w => w.Join == g.Join).Word}({string.Join(';', g.Terms.Select(Written))})",
        Condition c => $"{(c.Not ? "!" : "")}{c.Key}{(c.Answers.Count == 0 ? "" : ":")}{string.Join(',', c.Answers.Select(Escaped))}",
        Unread u => "?:" + Escaped(u.Text),
        _ => "",
    };

    private static Term Item(string text, int depth)
    {
        if (text.StartsWith("?:", StringComparison.Ordinal))
            return NotRead(Plain(text[2..]));
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return Leaf(text);
        var join = Array.FindIndex(Words, w => w.Word == text[..open]);
        return join >= 0 && depth <= TermGroup.Deepest && text[^1] == ')' && Parts(text[(open + 1)..^1]) is { } parts
            ? new TermGroup(Words[join].Join, [.. parts.Where(p => p.Length > 0).Select(p => Item(p, depth + 1))])
            : NotRead(text);
    }

    private static Term Leaf(string text)
    {
        var not = text.StartsWith('!');
        var halves = text[(not ? 1 : 0)..].Split(':', 2);
        return Key().IsMatch(halves[0]) ? new Condition(halves[0], not, halves.Length == 1 ? [] : [.. halves[1].Split(',').Select(Plain)]) : NotRead(text);
    }

    // at the semicolons that stand in no brackets of their own; null when the brackets do not fit
    private static List<string>? Parts(string text)
    {
        List<string> parts = [];
        var (begin, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
                return null;
            if (text[i] == ';' && depth == 0)
            {
                parts.Add(text[begin..i]);
                begin = i + 1;
            }
        }
        parts.Add(text[begin..]);
        return depth == 0 ? parts : null;
    }

    private static Unread NotRead(string text) => new(text.Length > 80 ? text[..80] : text);

    private static string Escaped(string text) => string.Concat(text.Select(c =>
        Reserved.Contains(c, StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"~{(int)c:x2}") : char.IsControl(c) ? " " : c.ToString()));

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '~' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 2;
            }
            else
            {
                plain.Append(text[i]);
            }
        }
        return plain.ToString();
    }

    private static bool IsPlain(Rune rune) => rune.IsAscii && (Rune.IsLetterOrDigit(rune) || "-._~!()*,;:".Contains((char)rune.Value, StringComparison.Ordinal));

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
