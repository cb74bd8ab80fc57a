using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Fields;

/// <summary>The answers of one person in the custom fields.</summary>
[Requires(Permission.EditPeople)]
internal sealed class PersonFieldsPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    /// <summary>By the field's id.</summary>
    [BindProperty(Name = "Values")]
    public Dictionary<Guid, string?> Values { get; set; } = [];

    /// <summary>By the option's id: what is ticked in fields of several.</summary>
    [BindProperty(Name = "Ticked")]
    public Dictionary<Guid, bool> Ticked { get; set; } = [];

    public Person Person { get; private set; } = null!;

    /// <summary>Those that are asked for today.</summary>
    public IReadOnlyList<Answers> Fields { get; private set; } = [];

    public string? Wrong(Answers answer) => ModelState.TryGetValue(Key(answer), out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public static string Key(Answers answer) => $"f{answer.Field.Id}";

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        Values = Fields.ToDictionary(a => a.Field.Id.Value, a => (string?)a.Written);
        Ticked = Fields.SelectMany(a => a.Options.Where(a.Has)).ToDictionary(o => o.Id.Value, _ => true);
        if (id.Value != me.PersonId)
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        foreach (var answer in Fields)
            Put(answer);
        if (!ModelState.IsValid)
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(texts["Fields.Saved", Person.Name]);
        return Redirect($"/manniskor/{id}");
    }

    private void Put(Answers answer)
    {
        List<string> written = answer.Field.Kind == FieldKind.Several
            ? [.. answer.Options.Where(o => Ticked.GetValueOrDefault(o.Id.Value)).Select(o => o.Id.ToString())]
            : [Values.GetValueOrDefault(answer.Field.Id.Value) ?? ""];
        if (ModelState.Refuses(answer.Read(Person.Id, written, out var rows), texts, Key(answer)) || answer.Is(rows))
            return;
        db.FieldValues.RemoveRange(answer.Values);
        db.FieldValues.AddRange(rows);
    }

    private async Task<bool> Find(Id<Person> id)
    {
        if (await db.People.EditableBy(me, db, id) is not { } person)
            return false;
        Person = person;
        var path = await db.Units.Where(u => u.Id == person.UnitId).Select(u => u.Path).SingleAsync();
        Fields = [.. (await FieldsOf.Person(db, id, path)).Where(a => a.Field.RetiredOn is null)];
        return true;
    }
}
