using System.Collections.Frozen;

namespace Verksam.PlanReading.Words;

/// <summary>Reads the small tables of words: separated by white space, in any number of lines.</summary>
internal static class WordList
{
    private static readonly char[] _white = [' ', '\n', '\r', '\t'];

    public static FrozenSet<string> Set(string table) => Split(table).ToFrozenSet(StringComparer.Ordinal);

    public static string[] Split(string table) => table.Split(_white, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Phrases, one a line.</summary>
    public static string[] Lines(string table) =>
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
