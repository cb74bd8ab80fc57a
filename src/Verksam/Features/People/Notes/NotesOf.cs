using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.People.Notes;

/// <summary>A note with its author's name of today.</summary>
internal sealed record NoteRow(PersonNote Note, string? By)
{
    public static IQueryable<NoteRow> Of(AppDb db, Id<Person> person, DateTimeOffset? before = null) =>
        from note in db.PersonNotes.AsNoTracking()
        where note.PersonId == person && (before == null || note.At < before)
        join someone in db.People on note.ById equals (Id<Person>?)someone.Id into authors
        from author in authors.DefaultIfEmpty()
        orderby note.At descending, note.Id descending
        select new NoteRow(note, author == null ? null : author.Name);
}

/// <summary>The latest notes on the person's page, and the field for another.</summary>
/// <param name="More">There are others besides these.</param>
internal sealed record NotesOf(PersonAsk Ask, IReadOnlyList<NoteRow> Rows, bool More);

/// <inheritdoc cref="NotesOf"/>
internal sealed class NotesSection(AppDb db) : IPersonSection
{
    private const int Latest = 3;

    public int Order => IPersonSection.AfterDuties + 30;

    public async Task<PersonSection?> For(PersonAsk ask)
    {
        var rows = await NoteRow.Of(db, ask.Person.Id).Take(Latest + 1).ToListAsync();
        return rows.Count == 0 && !ask.MaySee ? null
            : new(Order, "/Features/People/Notes/_Notes.cshtml", new NotesOf(ask, [.. rows.Take(Latest)], rows.Count > Latest));
    }
}
