using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Measures;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings;

/// <summary>The kinds of gathering there are to choose from: the usual ones, as the organisation has changed them, and its own.</summary>
internal sealed class Kinds(AppDb db, Kept kept, Texts texts)
{
    /// <summary>Their names are in the texts: "Gatherings.Kind.stand".</summary>
    public static readonly IReadOnlyList<string> Usual =
        ["meeting", "discussion", "lecture", "panel", "stand", "street", "cabin", "debate", "celebration", "regional", "work", "other"];

    /// <summary>Those of the usual ones where one stands out there and meets people.</summary>
    public static readonly IReadOnlyList<string> UsuallyOut = ["stand", "street", "cabin"];

    /// <summary>All, also those that are put away, in their order.</summary>
    public ValueTask<IReadOnlyList<Kind>> All() => kept.Get((nameof(Kinds), CultureInfo.CurrentUICulture.Name), Read);

    public async ValueTask<IReadOnlyDictionary<string, string>> Names() => (await All()).ToDictionary(k => k.Code, k => k.Name, StringComparer.Ordinal);

    /// <summary>Figures by code as a measure tells them, in the order of the kinds.</summary>
    public async Task<IReadOnlyList<Sort>> Sorted(IReadOnlyDictionary<string, int> counts) =>
        [.. (await All()).Where(k => counts.ContainsKey(k.Code)).Select(k => new Sort(k.Name, new Figure(counts[k.Code])))];

    /// <summary>The codes of those where one stands out there and meets people, also of those that are put away.</summary>
    public async ValueTask<IReadOnlyList<string>> Out() => [.. (await All()).Where(k => k.IsOut).Select(k => k.Code)];

    private async Task<IReadOnlyList<Kind>> Read()
    {
        var changed = (await db.GatheringKinds.AsNoTracking().ToListAsync()).ToDictionary(k => k.Code, StringComparer.Ordinal);
        var usual = Usual.Select((code, order) => changed.GetValueOrDefault(code) is { } row ? Of(row, order) : new Kind(code, texts[$"Gatherings.Kind.{code}"], order, IsRetired: false, UsuallyOut.Contains(code)));
        var own = changed.Values.Where(k => !Usual.Contains(k.Code)).Select(k => Of(k, k.Order));
        return [.. usual.Concat(own).OrderBy(k => k.Code == "other").ThenBy(k => k.Order).ThenBy(k => k.Name, StringComparer.Ordinal)];
    }

    private Kind Of(GatheringKind row, int order) => new(row.Code, row.Name ?? texts[$"Gatherings.Kind.{row.Code}"], order, row.RetiredOn is not null, row.IsOut ?? UsuallyOut.Contains(row.Code));

    /// <param name="IsOut">See <see cref="GatheringKind.IsOut"/>.</param>
    internal sealed record Kind(string Code, string Name, int Order, bool IsRetired, bool IsOut)
    {
        public bool IsUsual => Usual.Contains(Code);
    }
}
