using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Welcome;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>What somebody who was met out there wants. Kept as a word in what a phone sends: never rename.</summary>
internal enum HandWish
{
    Hear,
    Member,
    Help,
}

/// <summary>What somebody writes in the phone that was handed to them; the same from the form and from a phone that kept it.</summary>
internal sealed class HandTold
{
    public const int LongestContact = 254;

    /// <summary>Made by the phone or the form: the same is the same person's same word.</summary>
    public Guid Nonce { get; set; }

    public string? Name { get; set; }

    /// <summary>A number or an address.</summary>
    public string? Contact { get; set; }

    public HandWish Wish { get; set; }

    /// <summary>Yes to the words that stood there.</summary>
    public bool Consent { get; set; }
}

/// <summary>Takes in one who raises a hand out there: into the register and the welcome queue, with what they said yes to; once.</summary>
internal sealed class HandDesk(AppDb db, HandRaised raised, WelcomeDesk desk, Texts texts)
{
    /// <summary>More than any stand has had.</summary>
    public const int Most = 2000;

    /// <param name="ago">How long ago it was written.</param>
    public async Task<Refusal?> Take(Gathering gathering, HandTold told, TimeSpan ago = default)
    {
        var now = db.Clock.GetUtcNow();
        if (Refused(gathering, told, now) is { } no)
            return no;
        if (Hand.Read(told.Contact, out var kind, out var value) is { } unread)
            return unread;
        var unit = await db.Units.Where(u => u.Id == gathering.UnitId).Select(u => u.Name).SingleAsync(); // before the transaction: a first read in it would keep the next from writing
        await using var whole = await db.Database.BeginTransactionAsync();
        await db.Hold(gathering.Id);
        if (await db.HandsAtStands.AnyAsync(h => h.GatheringId == gathering.Id && h.Nonce == told.Nonce))
            return null;
        if (await db.HandsAtStands.CountAsync(h => h.GatheringId == gathering.Id) >= Most)
            return StandRefusals.TooMany;
        var at = now - (ago > TallyAct.After ? TallyAct.After : ago < TimeSpan.Zero ? TimeSpan.Zero : ago);
        db.HandsAtStands.Add(new HandAtStand(gathering.Id, told.Nonce, at));
        await raised.Take(new Hand(gathering.UnitId, told.Name, kind, value!, Words(unit), gathering.Title, at, texts[$"Stands.Hand.Wish.{told.Wish}"]));
        await db.SaveChangesAsync();
        await whole.CommitAsync();
        await desk.Settle();
        return null;
    }

    /// <summary>What one says yes to.</summary>
    public string Words(string unit) => texts["Stands.Hand.Consent", unit];

    private static Refusal? Refused(Gathering gathering, HandTold told, DateTimeOffset now)
    {
        if (!Tally.IsOpen(gathering, now))
            return StandRefusals.NotOpen;
        if (OneLine.OrNull(told.Name) is null)
            return GatheringRefusals.NameMissing;
        if (OneLine.OrNull(told.Contact) is null)
            return StandRefusals.NoWayIn;
        return told.Consent && told.Nonce != Guid.Empty ? null : StandRefusals.NoConsent; // without a yes nothing is kept
    }
}
