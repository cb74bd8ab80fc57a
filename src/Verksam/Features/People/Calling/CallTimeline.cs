using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Timeline;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Calling;

/// <summary>When somebody was called and what came of it: for the person and for whoever may change what is written about the person.</summary>
internal sealed class CallTimeline(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "samtal";

    public string Name => "Calling.Timeline.Name";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        if (!ask.IsOwn && !ask.Me.Can(Permission.EditPeople, ask.UnitPath))
            return [];
        var (person, before) = (ask.Person.Id, ask.Before);
        var calls = await (
            from call in db.Calls
            where call.PersonId == person && !call.IsTakenBack && call.At < before
            join list in db.CallLists on call.ListId equals list.Id
            orderby call.At descending
            select new { call.At, call.Outcome, call.Note, list.Name }).Take(ask.Most).ToListAsync();
        return [.. calls.Select(c => new Happening(c.At, texts[$"Calling.Timeline.{c.Outcome}", c.Name] + (c.Note is null ? "" : $" ”{c.Note}”")))];
    }
}
