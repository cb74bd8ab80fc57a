using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Reach;

/// <summary>Where letters on paper go to one person: home, or another place.</summary>
[Requires(Permission.EditPeople)]
internal sealed class AddressPage(AppDb db, CurrentUser me, OurTime time, Texts texts) : PageModel
{
    [BindProperty(Name = "slag", SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Person Person { get; private set; } = null!;
    public PostalAddress? Address { get; private set; }

    public AddressKind Kind => Sort == "annan" ? AddressKind.Other : AddressKind.Home;

    public string Route => $"/manniskor/{Person.Id}/adress?slag={Sort}";

    public static IEnumerable<string> Lines(PostalAddress a) => new Protection.TrueAddress(a.Kind, a.CareOf, a.Street, a.PostalCode, a.Town, a.Country, a.Returned).Lines;

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        Input = new() { CareOf = Address?.CareOf, Street = Address?.Street, PostalCode = Address?.PostalCode, Town = Address?.Town, Country = Address?.Country };
        if (id.Value != me.PersonId)
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(Written.PostalCode(Input.PostalCode, Input.Country, out var code), texts, "Input.PostalCode"))
            return Page();
        var address = Address ?? new PostalAddress(id, Kind);
        if (ModelState.Refuses(address.Write(Input.CareOf, Input.Street, code, Input.Town, Input.Country), texts, "Input.Street"))
            return Page();
        if (Address is null)
            db.Addresses.Add(address);
        return await Done("Reach.AddressSaved");
    }

    /// <summary>A letter came back, or the address is good after all.</summary>
    public async Task<IActionResult> OnPostReturned(Id<Person> id, bool back)
    {
        if (!await Find(id) || Address is null)
            return NotFound();
        Address.CameBack(back ? time.Today : null);
        return await Done(back ? "Reach.CameBackNoted" : "Reach.GoodAgain");
    }

    public async Task<IActionResult> OnPostRemove(Id<Person> id)
    {
        if (!await Find(id) || Address is null)
            return NotFound();
        db.Addresses.Remove(Address);
        return await Done("Reach.AddressRemoved");
    }

    private async Task<IActionResult> Done(string said)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said, Person.Name]);
        return Redirect($"/manniskor/{Person.Id}/kontakt");
    }

    private async Task<bool> Find(Id<Person> id)
    {
        if (await db.People.EditableBy(me, db, id) is not { IsProtected: false } person)
            return false;
        Person = person;
        Address = await db.Addresses.SingleOrDefaultAsync(a => a.PersonId == id && a.Kind == Kind);
        return true;
    }

    internal sealed class Form
    {
        [StringLength(PostalAddress.LongestLine)]
        public string? CareOf { get; set; }

        [StringLength(PostalAddress.LongestLine)]
        public string? Street { get; set; }

        [StringLength(PostalAddress.LongestCode)]
        public string? PostalCode { get; set; }

        [StringLength(PostalAddress.LongestLine)]
        public string? Town { get; set; }

        [StringLength(PostalAddress.LongestLine)]
        public string? Country { get; set; }
    }
}
