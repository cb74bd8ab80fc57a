using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Timeline;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Welcome;

/// <summary>Calls to somebody new, on that person's timeline; the person may see them too.</summary>
internal sealed class WelcomeCalls(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "valkomnande";

    public string Name => "Welcome.Timeline";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        var id = ask.Person.Id;
        var tries = await (
            from made in db.WelcomeTries
            where made.PersonId == id && made.At < ask.Before
            from caller in db.People.Where(p => p.Id == made.ById).DefaultIfEmpty()
            orderby made.At descending
            select new { made.At, made.Outcome, made.CaseId, Name = caller == null ? null : caller.Name }).Take(ask.Most).ToListAsync();
        return tries.ConvertAll(t => new Happening(t.At, texts["Welcome.Timeline.Call", texts[$"Welcome.Outcome.{t.Outcome}"], t.Name ?? "–"], ask.IsOwn ? null : $"/nya-medlemmar/{t.CaseId}"));
    }
}

/// <summary>What somebody new was invited to.</summary>
internal sealed class WelcomeBids(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "valkomnande";

    public string Name => "Welcome.Timeline";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        var id = ask.Person.Id;
        var given = await (
            from invitation in db.WelcomeInvitations
            where invitation.PersonId == id && invitation.At < ask.Before
            from caller in db.People.Where(p => p.Id == invitation.ById).DefaultIfEmpty()
            orderby invitation.At descending
            select new { invitation.At, invitation.What, Name = caller == null ? null : caller.Name }).Take(ask.Most).ToListAsync();
        return given.ConvertAll(g => new Happening(g.At, texts["Welcome.Timeline.Invited", g.What, g.Name ?? "–"]));
    }
}

/// <summary>What somebody said yes to.</summary>
internal sealed class Consents(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "valkomnande";

    public string Name => "Welcome.Timeline";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        var id = ask.Person.Id;
        var given = await db.Consents.Where(c => c.PersonId == id && c.At < ask.Before).OrderByDescending(c => c.At).Take(ask.Most).ToListAsync();
        return given.ConvertAll(c => new Happening(c.At, texts["Welcome.Timeline.Consent", c.Occasion, c.Said]));
    }
}
