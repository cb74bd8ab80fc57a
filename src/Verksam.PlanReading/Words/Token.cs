namespace Verksam.PlanReading.Words;

/// <summary>A word, a number or one mark of punctuation, and where it stands in the text that was cut up.</summary>
internal readonly record struct Token(string Lower, int Start, int End, bool IsWord, bool IsCapital)
{
    public bool Is(string word) => string.Equals(Lower, word, StringComparison.Ordinal);

    public bool StartsWithDigit => Lower.Length > 0 && char.IsAsciiDigit(Lower[0]);

    public bool EndsWith(string suffix) => Lower.EndsWith(suffix, StringComparison.Ordinal);
}
