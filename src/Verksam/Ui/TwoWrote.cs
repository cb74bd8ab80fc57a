using Microsoft.Extensions.Primitives;

namespace Verksam.Ui;

/// <summary>
/// Two have filled in the same form. Each field has what the form showed (sent along as "was.NAME"), what stands now and what was written:
/// what only one of them changed is kept, what both changed otherwise is put to the second to choose.
/// </summary>
internal sealed class TwoWrote(IFormCollection form)
{
    private readonly List<Field> _fields = [];

    public IReadOnlyList<Field> Fields => _fields;

    public bool Clash => _fields.Exists(f => f.Clashes);

    /// <summary>What shall stand; while <see cref="Clash"/> nothing of it may be saved.</summary>
    /// <param name="now">What stands, as the form writes it.</param>
    /// <param name="show">How a value is said to people.</param>
    /// <param name="joins">Running text: both can be kept, one after the other.</param>
    public string? Settle(string name, string label, string? now, Func<string?, string>? show = null, bool joins = false)
    {
        var was = form.TryGetValue("was." + name, out var shown) ? Plain(shown) : Plain(now);
        var field = new Field(name, label, was, Plain(now), Plain(form[name]), show ?? (value => value ?? ""), joins);
        _fields.Add(field);
        return field.Settled;
    }

    private static string? Plain(StringValues value) =>
        string.IsNullOrWhiteSpace(value.ToString()) ? null : value.ToString().ReplaceLineEndings("\n").Trim();

    internal sealed record Field(string Name, string Label, string? Was, string? Now, string? Mine, Func<string?, string> Show, bool Joins)
    {
        public bool Clashes => Mine != Was && Now != Was && Mine != Now;

        public string? Settled => Mine == Was ? Now : Mine;

        public string? Both => Joins && Now is not null && Mine is not null ? $"{Now}\n{Mine}" : null;
    }
}

/// <summary>What the page where the second chooses has to say.</summary>
/// <param name="What">What both wrote of, and <paramref name="Words"/> its own words.</param>
/// <param name="Back">Where what the first wrote is kept as it is.</param>
/// <param name="Others">What else the form held, sent along as it was.</param>
internal sealed record Versus(TwoWrote Wrote, string What, string? Words, string Who, string Said, string Action, string Back, IReadOnlyDictionary<string, string?>? Others = null);
