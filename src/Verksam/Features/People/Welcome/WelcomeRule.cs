using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Welcome;

/// <summary>How a unit, and those below that have said nothing, welcome who is new.</summary>
internal sealed class WelcomeRule : Entity<WelcomeRule>, IAudited, IVersioned
{
    public const int LongestScript = 2000, LongestLine = 120, MostDays = 60, UsualDays = 7;

    private WelcomeRule() { }

    public WelcomeRule(Id<Unit> unit) => UnitId = unit;

    public Id<Unit> UnitId { get; private set; }

    /// <summary>From the day somebody joined to the last day in time.</summary>
    public int DeadlineDays { get; private set; } = UsualDays;

    /// <summary>A line is a thing to say; null is what the program proposes.</summary>
    public string? Script { get; private set; }

    public string? InviteWhat { get; private set; }
    public string? InviteWhen { get; private set; }
    public string? InviteWhere { get; private set; }
    public int Revision { get; set; }

    public Invite? Invite => InviteWhat is null ? null : new(InviteWhat, InviteWhen!, InviteWhere!);

    public Refusal? Write(int days, string? script, string? what, string? when, string? where)
    {
        (what, when, where) = (OneLine.OrNull(what), OneLine.OrNull(when), OneLine.OrNull(where));
        if (new[] { what, when, where }.Count(w => w is null) is 1 or 2)
            return WelcomeRefusals.HalfAnInvitation;
        (DeadlineDays, Script) = (days, string.IsNullOrWhiteSpace(script) ? null : script.Trim());
        (InviteWhat, InviteWhen, InviteWhere) = (what, when, where);
        return null;
    }
}

/// <summary>What holds in a unit: its own words, else those of the nearest above.</summary>
internal sealed record Welcoming(int Days, string? Script, Invite? Invite);

internal static class WelcomeRules
{
    /// <param name="path">The unit's place in the tree.</param>
    public static Welcoming In(this IEnumerable<WelcomeRule> rules, string path)
    {
        var line = rules.Select(r => (Rule: r, At: path.IndexOf(r.UnitId.ToString(), StringComparison.Ordinal)))
            .Where(r => r.At >= 0).OrderByDescending(r => r.At).Select(r => r.Rule).ToList();
        return new(line.FirstOrDefault()?.DeadlineDays ?? WelcomeRule.UsualDays,
            line.Find(r => r.Script is not null)?.Script, line.Find(r => r.Invite is not null)?.Invite);
    }

    public static async Task<Welcoming> RulesOf(this AppDb db, string path)
    {
        var line = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(id => Id<Unit>.Parse(id, null)).ToList();
        return (await db.WelcomeRules.AsNoTracking().Where(r => line.Contains(r.UnitId)).ToListAsync()).In(path);
    }
}
