using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Verksam.Features.People.Reach;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>What is written about a person, new or known; shown by _PersonFields.cshtml.</summary>
internal sealed class PersonForm
{
    [Required, StringLength(Person.LongestName)]
    public string Name { get; set; } = "";

    [StringLength(Person.LongestName)]
    public string? Called { get; set; }

    /// <summary>A day or a year, as somebody writes it.</summary>
    [StringLength(40)]
    public string? Born { get; set; }

    [StringLength(3)]
    public string? Language { get; set; }

    [EnumDataType(typeof(ReachWish))]
    public ReachWish Wish { get; set; }

    public bool DoNotCall { get; set; }

    [StringLength(254)]
    public string? Email { get; set; }

    [StringLength(40)]
    public string? Phone { get; set; }

    public Id<Unit> Unit { get; set; }

    public int Revision { get; set; }

    public static PersonForm Of(Person person) => new()
    {
        Name = person.Name,
        Called = person.Called,
        Born = person.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? person.BirthYear?.ToString(CultureInfo.InvariantCulture),
        Language = person.Language,
        Wish = person.Wish,
        DoNotCall = person.DoNotCall,
        Unit = person.UnitId,
        Revision = person.Revision,
    };

    /// <summary>Puts on the person what is written, and says which field was refused. Who somebody under seal is stays as it is.</summary>
    public (string Field, Refusal No)? Describe(Person person, DateOnly today)
    {
        if (!person.IsProtected)
        {
            if (person.Rename(Name, Called) is { } unnamed)
                return ("Input.Name", unnamed);
            if ((Written.Birth(Born, out var day, out var year) ?? person.Born(day, year, today)) is { } unborn)
                return ("Input.Born", unborn);
        }
        return person.Prefers(Language, Wish, DoNotCall) is { } no ? ("Input.Language", no) : null;
    }

    /// <summary>How a new one is reached.</summary>
    public (string Field, Refusal No)? ReadWays()
    {
        if (Written.Email(Email, out var email) is { } noEmail)
            return ("Input.Email", noEmail);
        if (Written.Phone(Phone, out var phone) is { } noPhone)
            return ("Input.Phone", noPhone);
        (Email, Phone) = (email, phone);
        return null;
    }
}

/// <summary>A page that has such a form.</summary>
internal interface IPersonForm
{
    PersonForm Input { get; }

    IReadOnlyList<SelectListItem> Units { get; }

    /// <summary>Who it is lies under seal, and is not written here.</summary>
    bool IsSealed => false;

    /// <summary>The ways to reach somebody new are written here too; a known one's on a page of their own.</summary>
    bool IsNew => false;
}
