using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Comparing;

/// <summary>So much changes or disappears that somebody should look: perhaps a page of the file is missing.</summary>
/// <param name="Unit">Which unit would lose so many; null for all who are known, changed or gone.</param>
internal sealed record Alarm(Id<Unit>? Unit, int Touched, int Among)
{
    private const double Much = 0.2;

    // of four people one is a quarter
    private const int Few = 5;

    public int Percent => (int)Math.Round(100.0 * Touched / Among);

    /// <summary>What a form calls it.</summary>
    public string Key => Unit?.ToString() ?? "alla";

    public static IReadOnlyList<Alarm> Of(IReadOnlyList<Known> known, IReadOnlyCollection<Verdict> verdicts)
    {
        var here = known.Where(k => !k.IsElsewhere).ToList();
        var gone = verdicts.Where(v => v.Outcome == Outcome.Gone).CountBy(v => v.Known!.Unit).ToDictionary(g => g.Key, g => g.Value);
        var all = new Alarm(null, verdicts.Count(v => v.Outcome is Outcome.Changed or Outcome.Gone), here.Count);
        var units = here.Where(k => k.Relation == Belonging.RelationKind.Member).CountBy(k => k.Unit).Select(u => new Alarm(u.Key, gone.GetValueOrDefault(u.Key), u.Value));
        return [.. units.Prepend(all).Where(a => a.Among >= Few && a.Touched > Much * a.Among)];
    }
}
