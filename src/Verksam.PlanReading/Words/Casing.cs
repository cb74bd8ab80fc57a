namespace Verksam.PlanReading.Words;

/// <summary>Lower case without culture: the tables of words are written in it, so words are looked up in it.</summary>
internal static class Casing
{
    public static string InLower(this string text) =>
        string.Create(text.Length, text, (lower, source) => source.AsSpan().ToLowerInvariant(lower));
}
