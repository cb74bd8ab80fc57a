using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>What is written about a person, new or known; shown by _PersonFields.cshtml.</summary>
internal sealed class PersonForm
{
    [Required, StringLength(Person.LongestName)]
    public string Name { get; set; } = "";

    [EmailAddress, StringLength(254)]
    public string? Email { get; set; }

    [StringLength(40)]
    public string? Phone { get; set; }

    public Id<Unit> Unit { get; set; }

    public int Revision { get; set; }
}

/// <summary>A page that has such a form.</summary>
internal interface IPersonForm
{
    PersonForm Input { get; }

    IReadOnlyList<SelectListItem> Units { get; }
}
