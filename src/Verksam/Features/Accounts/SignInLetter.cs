using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.Accounts;

/// <summary>The letter with the link and the code.</summary>
internal sealed class SignInLetter(AppDb db, IDataProtectionProvider protection, Installation installation, Texts texts) : ILetterKind
{
    public const string KindName = "sign-in";

    private readonly IDataProtector _box = protection.CreateProtector("sign-in letter");

    public string Kind => KindName;

    public string NameKey => "Accounts.Letters.SignIn";

    public Letter Write(SignInTicket ticket, Account account, string token, string code, DateTimeOffset now) =>
        new(Kind, account.PersonId.Value, now, _box.Protect($"{ticket.Id}.{token} {code}"), $"{Kind}:{ticket.Id}");

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var person = new Id<Person>(letter.To);
        var to = await (from a in db.Users where a.PersonId == person join p in db.People on a.PersonId equals p.Id select new { a.Email, p.Name })
            .SingleOrDefaultAsync(cancelled);
        if (to?.Email is null || letter.Secret is null)
            return null;
        var secret = _box.Unprotect(letter.Secret).Split(' ');
        var organisation = await db.Units.Where(u => u.ParentId == null).Select(u => u.Name).FirstOrDefaultAsync(cancelled) ?? "Verksam";
        var link = $"{installation.PublicUrl}/logga-in/lank/{secret[0]}";
        return new Composed(to.Email, to.Name, texts["Accounts.Letter.Subject", organisation],
            texts["Accounts.Letter.Text", to.Name, organisation, link, $"{secret[1][..3]} {secret[1][3..]}"]);
    }
}
