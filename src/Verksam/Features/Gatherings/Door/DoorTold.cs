using System.ComponentModel.DataAnnotations;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Features.People.Reach;

namespace Verksam.Features.Gatherings.Door;

/// <summary>One act at the door, as a form or a phone tells it.</summary>
internal sealed class DoorTold
{
    /// <summary>Made by the phone or the form, one for each act.</summary>
    public Guid Entry { get; set; }

    public string? Ticket { get; set; }

    /// <summary>Ticked, or the tick taken away.</summary>
    public bool Here { get; set; } = true;

    /// <summary>How many came; as many as had signed up when nothing is said.</summary>
    [Range(1, 1 + SignUp.MostCompanions)]
    public int? People { get; set; }

    [StringLength(Person.LongestName)]
    public string? Name { get; set; }

    /// <summary>A number or an address, of one who wants to hear more.</summary>
    [StringLength(Way.Longest)]
    public string? Contact { get; set; }

    /// <summary>The words were read aloud and answered with yes.</summary>
    public bool Consent { get; set; }
}

/// <summary>What became of an act.</summary>
internal enum DoorReceipt
{
    Kept,

    /// <summary>It had come before, or a later one stands.</summary>
    Known,

    /// <summary>It was done before the door opened or after it closed.</summary>
    Closed,

    NotYours,
}

/// <param name="Row">What stands now, to take it back.</param>
/// <param name="Said">What else there is to say, as a key.</param>
internal sealed record DoorTaken(DoorReceipt Receipt, Attendance? Row = null, string? Said = null);
