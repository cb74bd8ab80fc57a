using System.Buffers;

namespace Verksam.Formats.Tables.Delimited;

/// <summary>
/// A text that Excel or Calc would take for a formula when it opens a text file gets an apostrophe before it (OWASP, CSV Injection), and
/// loses it when it is read here. A text that begins with apostrophes and then so gets one more, so that what is written is always what
/// is read.
/// </summary>
internal static class Defusing
{
    private const char Apostrophe = '\'';

    // The last four are the wide letters that some programs take for the narrow ones
    private static readonly SearchValues<char> Dangerous = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    public static string Defuse(string text) => BeginsDangerously(text.AsSpan().TrimStart(Apostrophe)) ? Apostrophe + text : text;

    public static string TakeAway(string text) =>
        text.Length > 1 && text[0] == Apostrophe && BeginsDangerously(text.AsSpan().TrimStart(Apostrophe)) ? text[1..] : text;

    private static bool BeginsDangerously(ReadOnlySpan<char> text) => text.Length > 0 && Dangerous.Contains(text[0]);
}
