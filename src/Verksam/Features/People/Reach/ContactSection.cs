using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Protection;
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

    /// <summary>The status that the state is drawn as; null when there is nothing to say.</summary>
    public static string? Mark(WayState state) => state switch
    {
        WayState.Works => "done",
        WayState.Bounces => "at-risk",
        WayState.Wrong => "late",
        _ => null,
    };
}
