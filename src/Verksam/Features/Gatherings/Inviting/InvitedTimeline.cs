using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Timeline;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Inviting;

/// <summary>What somebody has been asked to come to: for the person and for whoever may change what is written about the person.</summary>
internal sealed class InvitedTimeline(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "inbjudningar";

    public string Name => "Inviting.Timeline.Name";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        if (!ask.IsOwn && !ask.Me.Can(Permission.EditPeople, ask.UnitPath))
            return [];
        var person = ask.Person.Id;
        var asked = await (
            from invited in db.GatheringInvitations
            where invited.PersonId == person && invited.At < ask.Before
            join gathering in db.Gatherings on invited.GatheringId equals gathering.Id
            where gathering.State != GatheringState.Discarded
            orderby invited.At descending
            select new { gathering.Id, invited.At, gathering.Title }).Take(ask.Most).ToListAsync();
        return [.. asked.Select(a => new Happening(a.At, texts["Inviting.Timeline.Asked", a.Title], ask.IsOwn || ask.Me.Can(Permission.Arrange) ? $"/aktiviteter/{a.Id}" : null))];
    }
}
