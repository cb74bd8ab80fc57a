using System.Globalization;
using System.Text;
using System.Xml;
using Verksam.Formats.Xml;

namespace Verksam.Formats.Tables.Xlsx;

/// <summary>
/// Rich text of a cell (CT_Rst, ECMA-376 part 1, 18.4.8 and 18.3.1.53): its runs put together, without the reading aid of East Asian
/// scripts.
/// </summary>
internal static class CellText
{
    /// <summary>Reads what is within the element that the reader stands on, and leaves the reader on its end.</summary>
    public static void Read(GuardedXml xml, StringBuilder text, int most)
    {
        if (xml.IsEmpty) return;
        var (depth, start, inText) = (xml.Depth, text.Length, false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Name is "rPh") xml.Skip();
            else if (xml.NodeType == XmlNodeType.Element) inText = xml.Name is "t" && !xml.IsEmpty;
            else if (xml.NodeType == XmlNodeType.EndElement) inText = false;
            else if (inText) xml.AppendText(text, most, UnreadableTable.CellTooLong);
        }
        Unescape(text, start);
    }

    /// <summary>"_x000D_" is how a letter that XML cannot hold is written (ST_Xstring, ECMA-376 part 1, 22.9.2.19).</summary>
    public static void Unescape(StringBuilder text, int start)
    {
        var escaped = text.ToString(start, text.Length - start);
        var at = escaped.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0) return;
        text.Length = start;
        var from = 0;
        for (; at >= 0; at = escaped.IndexOf("_x", Math.Max(at + 1, from), StringComparison.Ordinal))
        {
            if (!IsEscape(escaped.AsSpan(at), out var letter)) continue;
            text.Append(escaped, from, at - from).Append(letter);
            from = at + 7;
        }
        text.Append(escaped, from, escaped.Length - from);
    }

    /// <summary>As it may stand in a file: the control characters, and what would be taken for one of them, spelled out.</summary>
    public static string Escape(string text)
    {
        if (text.All(XmlConvert.IsXmlChar) && !text.Contains("_x", StringComparison.Ordinal) && !text.Contains('\r', StringComparison.Ordinal)) return text;
        var escaped = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text, at)) escaped.Append(text, at++, 2);
            else if (char.IsSurrogate(text[at])) escaped.Append('\uFFFD');
            else if (!XmlConvert.IsXmlChar(text[at]) || text[at] == '\r' || IsEscape(text.AsSpan(at), out _))
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[at]:X4}_");
            else escaped.Append(text[at]);
        }
        return escaped.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> text, out char letter)
    {
        letter = default;
        if (text is not ['_', 'x', _, _, _, _, '_', ..]) return false;
        if (!ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return false;
        letter = (char)code;
        return true;
    }
}
