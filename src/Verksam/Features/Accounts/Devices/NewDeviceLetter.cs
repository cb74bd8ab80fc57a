using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Accounts.Devices;

/// <summary>"Somebody has come in as you with a device that is new to us": when, with what, and what to do if it was not you.</summary>
internal sealed class NewDeviceLetter(AppDb db, Installation installation, OurTime time, Texts texts) : ILetterKind
{
    public string Kind => "new-device";

    public string NameKey => "Accounts.Letters.NewDevice";

    public Letter Write(Account account, SignInSession session) =>
        new(Kind, account.PersonId.Value, session.BeganAt, null, $"{Kind}:{session.Id}");

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var (person, session) = (new Id<Person>(letter.To), Id<SignInSession>.Parse(letter.Key!.Split(':')[1], null));
        var told = await (
            from s in db.SignInSessions
            where s.Id == session
            join a in db.Users on s.AccountId equals a.Id
            join p in db.People on a.PersonId equals p.Id
            where p.Id == person
            select new { a.Email, p.Name, s.Device, s.BeganAt }).SingleOrDefaultAsync(cancelled);
        if (told?.Email is null)
            return null;
        return new Composed(told.Email, told.Name, texts["Accounts.NewDevice.Subject"], texts["Accounts.NewDevice.Text",
            told.Name, DeviceNames.Said(told.Device, texts), time.Moment(told.BeganAt, texts["Accounts.Devices.Yesterday"]), $"{installation.PublicUrl}/konto/enheter"]);
    }
}
