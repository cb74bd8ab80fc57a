namespace Verksam.Features.People.Import.Comparing;

/// <summary>
/// All who are known, by what a row may tell them by. Those who are hidden from whoever imports are found by their number only, or by
/// name and day of birth together: neither a guessed address nor a name alone tells that somebody is here.
/// </summary>
internal sealed class RegisterIndex
{
    private readonly Dictionary<string, Known> _byNumber = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, Known> _byName;
    private readonly ILookup<string, Known> _byEmail;
    private readonly ILookup<string, Known> _byPhone;
    private readonly ILookup<DateOnly, Known> _byBirth;
    private readonly Dictionary<(string, DateOnly), Known> _hidden = [];

    public RegisterIndex(IReadOnlyList<Known> all)
    {
        All = all;
        foreach (var known in all.Where(k => k.Number is not null))
            _byNumber.TryAdd(known.Number!, known);
        foreach (var hidden in all.Where(k => k is { IsHidden: true, Born: not null }))
            _hidden.TryAdd((Known.Fold(hidden.Name), hidden.Born!.Value), hidden);
        all = [.. all.Where(k => !k.IsHidden)];
        _byName = all.ToLookup(k => Known.Fold(k.Name), StringComparer.Ordinal);
        _byEmail = all.SelectMany(k => k.Emails.Select(e => (Folding.Email(e), k))).ToLookup(p => p.Item1, p => p.k, StringComparer.Ordinal);
        _byPhone = all.SelectMany(k => k.Phones.Select(p => (Folding.Phone(p), k))).ToLookup(p => p.Item1, p => p.k, StringComparer.Ordinal);
        _byBirth = all.Where(k => k.Born is not null).ToLookup(k => k.Born!.Value);
    }

    public IReadOnlyList<Known> All { get; }

    public Known? WithNumber(string? number) => number is null ? null : _byNumber.GetValueOrDefault(number);

    public Known? Hidden(Said said) => said.Born is { } born && _hidden.Count > 0 ? _hidden.GetValueOrDefault((Known.Fold(said.Name), born)) : null;

    public IEnumerable<Known> Named(string name) => _byName[Known.Fold(name)];

    public IEnumerable<Known> WithEmail(Said said) => said.Emails.SelectMany(e => _byEmail[Folding.Email(e)]);

    public IEnumerable<Known> WithPhone(Said said) => said.Phones.SelectMany(p => _byPhone[Folding.Phone(p)]);

    public IEnumerable<Known> BornOn(DateOnly? day) => day is { } known ? _byBirth[known] : [];
}
