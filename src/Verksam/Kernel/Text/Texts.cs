using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Verksam.Kernel.Text;

/// <summary>
/// What people read, in their language. A key is "Room.What", or "Part.What" of a part of a room: the Texts.restext in the folder of
/// that name has it, Texts.en.restext its English.
/// </summary>
internal sealed class Texts
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Rooms = new(StringComparer.Ordinal);

    /// <summary>Where the texts of a room or a part of one lie, by the name of its folder.</summary>
    private static readonly Lazy<Dictionary<string, string>> Files = new(() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.EndsWith(".Texts.resources", StringComparison.Ordinal)).ToDictionary(n => n.Split('.')[^3], n => n[..^".resources".Length], StringComparer.Ordinal));

    // the resource manager looks through culture after culture each time; only what there is a text for is kept, and that is a fixed number
    private static readonly ConcurrentDictionary<(string Culture, string Key), string> Known = new();

    /// <summary>The text; a key without one is shown as it is, and a test fails.</summary>
    public string this[string key] => Find(key) ?? key;

    /// <summary>The text with facts put in: {0}, {1} …</summary>
    public string this[string key, params object?[] facts] => string.Format(CultureInfo.CurrentCulture, this[key], facts);

    public string this[Refusal refusal] => this[refusal.Code, refusal.Facts];

    public bool Has(string key) => Find(key) is not null;

    /// <summary>One or many: the text holds both forms, "ett åtagande|{0} åtaganden"; the first writes its number out, as its word wants it.</summary>
    public string Count(string key, int count, params object?[] more) => string.Format(CultureInfo.CurrentCulture, Form(key, count), [Number(count), .. more]);

    /// <summary>The form for one or for many, as it is.</summary>
    public string Form(string key, int count) => this[key].Split('|') is var forms && (count == 1 || forms.Length == 1) ? forms[0] : forms[1];

    /// <summary>"sex" for 6, "40" for 40: in running text numbers up to twelve are words.</summary>
    public string Number(int count) => count is >= 0 and <= 12 ? this["Ui.Numbers"].Split(' ')[count] : count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>"distriktet, Berg och Åre".</summary>
    public string And(IReadOnlyList<string> parts) => Listed(parts, "Ui.And");

    /// <summary>"distriktet, Berg eller Åre".</summary>
    public string Or(IReadOnlyList<string> parts) => Listed(parts, "Ui.Or");

    /// <summary>The same, to begin a sentence with.</summary>
    public string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];

    private string Listed(IReadOnlyList<string> parts, string word) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} {this[word]} {parts[^1]}";

    private static string? Find(string key)
    {
        var (culture, known) = (CultureInfo.CurrentUICulture, (CultureInfo.CurrentUICulture.Name, key));
        if (!Known.TryGetValue(known, out var text))
        {
            text = Read(key, culture);
            if (text is not null)
                Known.TryAdd(known, text);
        }
        return text is null ? null : HouseWords.Now.Say(text, StandardForms);
    }

    private static string? Read(string key, CultureInfo culture) =>
        key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? Rooms.GetOrAdd(key[..dot], Open).GetString(key, culture) : null;

    private static string StandardForms(string noun) => Find($"Ui.Words.{noun}")!;

    private static ResourceManager Open(string room) => new(Files.Value.GetValueOrDefault(room, "Verksam.Ui.Texts"), Assembly.GetExecutingAssembly());
}
