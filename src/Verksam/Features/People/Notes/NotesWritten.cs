using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Timeline;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Notes;

/// <summary>Notes, in the person's timeline: the member may read them, and so may whoever sees the person.</summary>
internal sealed class NotesWritten(AppDb db, Texts texts) : ITimelineSource
{
    private const int Longest = 160;

    public string Kind => "anteckning";

    public string Name => "Notes.Title";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        var rows = await NoteRow.Of(db, ask.Person.Id, ask.Before).Take(ask.Most).ToListAsync();
        return [.. rows.Select(r => new Happening(r.Note.At, texts["Notes.Happened", r.By ?? texts["People.WhoSees.Gone"], Short(r.Note.Text)], $"/manniskor/{ask.Person.Id}/anteckningar"))];
    }

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest].TrimEnd() + "…";
}
