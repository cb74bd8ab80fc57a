using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Verksam.Kernel.Text;

/// <summary>
/// What an organisation calls its own parts and its plan. A text says "[the-associations]", and people read föreningarna, klubbarna or
/// lokalgrupperna. Without an own word it is the one of the texts.
/// </summary>
internal sealed class HouseWords
{
    /// <summary>The nouns there are own words for, and in which forms: with article, one, the one, many, the many.</summary>
    public static readonly IReadOnlyList<string> Nouns = ["association", "district", "plan"];

    public const int Forms = 5;

    public const int Longest = 60;

    /// <summary>Without any own words.</summary>
    public static readonly HouseWords None = new([]);

    private static readonly AsyncLocal<HouseWords?> Current = new();

    private readonly Dictionary<string, Dictionary<string, string[]>> _own;
    private readonly ConcurrentDictionary<(string Language, string Text), string> _said = new();

    private HouseWords(Dictionary<string, Dictionary<string, string[]>> own) => _own = own;

    /// <summary>Those of the house that is at work: set where a request or a job begins.</summary>
    public static HouseWords Now
    {
        get => Current.Value ?? None;
        set => Current.Value = value;
    }

    /// <param name="json">Language, noun and forms, as <see cref="With"/> writes them.</param>
    public static HouseWords Read(string? json) =>
        json is null ? None : new(JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(json)!);

    /// <summary>The same house with other words in a language, as JSON; nouns that are not among them are called as the texts call them.</summary>
    public string With(string language, IReadOnlyDictionary<string, string[]> words)
    {
        var own = new Dictionary<string, Dictionary<string, string[]>>(_own, StringComparer.Ordinal) { [language] = new(words, StringComparer.Ordinal) };
        return JsonSerializer.Serialize(own);
    }

    /// <summary>The own forms of a noun; null without.</summary>
    public string[]? Of(string language, string noun) => _own.GetValueOrDefault(language)?.GetValueOrDefault(noun) is { Length: Forms } forms ? forms : null;

    /// <summary>Puts the words in. A capital letter in the text, "[The-associations]", is a capital letter in the word.</summary>
    /// <param name="text">A text of the resources.</param>
    /// <param name="standard">The forms of a noun when the house has no own: "en förening;förening;föreningen;föreningar;föreningarna".</param>
    public string Say(string text, Func<string, string> standard) =>
        !text.Contains('[', StringComparison.Ordinal) ? text
            : _said.GetOrAdd((CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, text), key => Put(key.Language, key.Text, standard));

    /// <summary>Which noun and form a token names, "the-associations"; null when it is none.</summary>
    public static (string Noun, int Form)? Token(string token)
    {
        var lower = token.ToLowerInvariant();
        foreach (var noun in Nouns)
        {
            string[] forms = [$"a-{noun}", noun, $"the-{noun}", $"{noun}s", $"the-{noun}s"];
            if (Array.IndexOf(forms, lower) is >= 0 and var form)
                return (noun, form);
        }
        return null;
    }

    private string Put(string language, string text, Func<string, string> standard)
    {
        var said = new System.Text.StringBuilder();
        var at = 0;
        while (text.IndexOf('[', at) is >= 0 and var open && text.IndexOf(']', open) is >= 0 and var close)
        {
            var token = text[(open + 1)..close];
            var word = Token(token) is var (noun, form) ? (Of(language, noun) ?? standard(noun).Split(';'))[form] : text[open..(close + 1)];
            said.Append(text, at, open - at).Append(char.IsUpper(token.FirstOrDefault()) ? char.ToUpper(word[0], CultureInfo.CurrentCulture) + word[1..] : word);
            at = close + 1;
        }
        return said.Append(text, at, text.Length - at).ToString();
    }
}
