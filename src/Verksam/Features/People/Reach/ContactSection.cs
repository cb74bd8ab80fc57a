using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Protection;
using Verksam.Formats.Tables.Cells;
using Verksam.Kernel;

namespace Verksam.Features.People.Reach;

/// <summary>Who somebody is and how one reaches that one, first on the person's page.</summary>
internal sealed class ContactSection(AppDb db) : IPersonSection
{
    public int Order => 10;

    public async Task<PersonSection?> For(PersonAsk ask) => new(Order, "/Features/People/Reach/_Contact.cshtml", new Contact(ask, await Identity(ask)));

    // under seal the tables hold nothing: only the person reads the seal here
    private async Task<TrueIdentity> Identity(PersonAsk ask)
    {
        var id = ask.Person.Id;
        if (ask.Person.IsProtected)
            return ask.IsOwn ? (await db.SealedIdentities.AsNoTracking().SingleAsync(s => s.PersonId == id)).Open() : TrueIdentity.Of(ask.Person, []);
        return TrueIdentity.Of(ask.Person, await db.Addresses.AsNoTracking().Where(a => a.PersonId == id).ToListAsync());
    }
}

/// <summary>What the section shows.</summary>
internal sealed record Contact(PersonAsk Ask, TrueIdentity Who)
{
    public Person Person => Ask.Person;

    /// <summary>May open who it is, on a page of its own.</summary>
    public bool MayOpenSeal => Person.IsProtected && !Ask.IsOwn && Ask.Me.Can(Permission.SeeProtected, Ask.Unit.Path);

    public bool MayProtect => Ask.Me.Can(Permission.SeeProtected, Ask.Unit.Path);

    /// <summary>The number to press, of somebody else who has not asked to be left in peace.</summary>
    public TrueWay? Call => Ask.IsOwn || Person.DoNotCall ? null : Who.WaysOf(WayKind.Phone).FirstOrDefault(w => w.IsUsable);

    public TrueWay? Mail => Ask.IsOwn ? null : Who.WaysOf(WayKind.Email).FirstOrDefault(w => w.IsUsable);

    /// <summary>A number that takes text messages. Who is not to be called gets one only when that is what the person wants.</summary>
    public TrueWay? Text => Ask.IsOwn || Person.DoNotCall && Person.Wish != ReachWish.Text ? null
        : Who.WaysOf(WayKind.Phone).FirstOrDefault(w => w.IsUsable && PhoneText.Read(w.Value) is { IsRead: true, Value.IsMobile: true });

    /// <summary>What there is to press, what the person wants first: the address, the icon and the words' key.</summary>
    public IEnumerable<(string To, string Icon, string Said)> Buttons => new (ReachWish Wish, string? To, string Icon, string Said)[]
    {
        (ReachWish.Phone, Call is { } call ? "tel:" + call.Dial : null, "ring", "People.Call"),
        (ReachWish.Text, Text is { } text ? "sms:" + text.Dial : null, "sms", "Reach.Text"),
        (ReachWish.Email, Mail is { } mail ? "mailto:" + mail.Value : null, "brev", "Reach.Mail"),
    }.Where(b => b.To is not null).OrderBy(b => b.Wish != Person.Wish).Select(b => (b.To!, b.Icon, b.Said));

    /// <summary>The status that the state is drawn as; null when there is nothing to say.</summary>
    public static string? Mark(WayState state) => state switch
    {
        WayState.Works => "done",
        WayState.Bounces => "at-risk",
        WayState.Wrong => "late",
        _ => null,
    };
}
