using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.Accounts.TwoStep;

/// <summary>What has happened to somebody's second step; part of a letter's key and of a text's.</summary>
internal enum TwoStepNews
{
    On,
    Off,
    Reset,
    NewRecovery,
    Recovery,
    Rest,
}

/// <summary>"Somebody has turned off your codes": so that whoever did not do it oneself gets to know.</summary>
internal sealed class TwoStepLetter(AppDb db, Installation installation, Texts texts) : ILetterKind
{
    public const string KindName = "two-step";

    public string Kind => KindName;

    public string NameKey => "Accounts.Letters.TwoStep";

    public static Letter Write(Account account, TwoStepNews news, DateTimeOffset now) =>
        new(KindName, account.PersonId.Value, now, null, $"{KindName}:{news}:{Guid.CreateVersion7()}");

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var person = new Id<Person>(letter.To);
        var to = await (from a in db.Users where a.PersonId == person join p in db.People on a.PersonId equals p.Id select new { a.Email, p.Name })
            .SingleOrDefaultAsync(cancelled);
        if (to?.Email is null)
            return null;
        var news = letter.Key!.Split(':')[1];
        return new Composed(to.Email, to.Name, texts[$"Accounts.TwoStep.Subject.{news}"],
            texts["Accounts.TwoStep.Letter", to.Name, texts[$"Accounts.TwoStep.News.{news}"], $"{installation.PublicUrl}/konto"]);
    }
}
