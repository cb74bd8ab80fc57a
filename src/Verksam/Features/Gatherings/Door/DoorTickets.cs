using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Door;

/// <summary>What a ticket is about. In tickets that are out there: never renumber.</summary>
internal enum DoorAbout
{
    /// <summary>The list itself: whoever walks by is added to it.</summary>
    List = 0,

    SignUp = 1,

    /// <summary>One of the register who has not signed up.</summary>
    Person = 2,

    /// <summary>A row of the list without a sign-up.</summary>
    Row = 3,
}

/// <summary>That somebody was given the list. For a day whoever has it may tell of what they ticked then, also when they stand there no more.</summary>
internal sealed record DoorTicket(Id<Gathering> Gathering, DoorAbout About, Guid Subject, Id<Person> By, DateTimeOffset At)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);
}

/// <summary>Writes tickets so that nobody reads or makes them: what a phone keeps of a person is a name and a place, no id.</summary>
internal sealed class DoorTickets(AppDb db, CurrentUser me, IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("door ticket");

    public string Write(Id<Gathering> gathering, DoorAbout about, Guid subject) =>
        _seal.Protect(JsonSerializer.Serialize(new Written(gathering.Value, about, subject, me.PersonId, db.Clock.GetUtcNow())));

    /// <summary>Null when it is none of ours, or was given to somebody else.</summary>
    public DoorTicket? Read(string? written)
    {
        try
        {
            return string.IsNullOrEmpty(written) || JsonSerializer.Deserialize<Written>(_seal.Unprotect(written)) is not { } w || w.By != me.PersonId ? null
                : new DoorTicket(new(w.Gathering), w.About, w.Subject, new(w.By), w.At);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Written(Guid Gathering, DoorAbout About, Guid Subject, Guid By, DateTimeOffset At);
}
