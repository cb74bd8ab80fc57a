using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Helping;

/// <summary>The answer, to whoever asked for help. Where it has been answered otherwise since, only the last goes.</summary>
internal sealed class HelpLetter(AppDb db, GatheringWords words, Installation installation, Texts texts) : ILetterKind
{
    public const string KindName = "help-answered";

    public string Kind => KindName;

    public string NameKey => "Helping.Letter.Name";

    public string WhenEmpty => "nothing-left";

    public static Letter Write(HelpRequest asked, Id<Person> to) =>
        new(KindName, to.Value, asked.AnsweredAt!.Value, key: string.Create(CultureInfo.InvariantCulture, $"help {asked.Id.Value:N} {asked.AnsweredAt.Value.ToUnixTimeMilliseconds()}"));

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var (id, at, to) = (letter.About<HelpRequest>(), letter.Key!.Split(' ')[2], new Id<Person>(letter.To));
        var found = await (
            from asked in db.HelpRequests
            where asked.Id == id
            join gathering in db.Gatherings on asked.GatheringId equals gathering.Id
            join unit in db.Units on asked.UnitId equals unit.Id
            from reader in db.People.Where(p => p.Id == to)
            select new { asked, gathering, unit.Name, reader }).AsNoTracking().SingleOrDefaultAsync(cancelled);
        if (found is not { reader.Email: { } email, asked.AnsweredAt: { } answered } || answered.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) != at)
            return null;
        var yes = found.asked.State is HelpState.Promised or HelpState.Given;
        return new Composed(email, found.reader.Name, texts[yes ? "Helping.Letter.Yes" : "Helping.Letter.No", found.gathering.Title],
            texts["Helping.Letter.Text", found.reader.First, found.asked.What, found.gathering.Title, words.Moment(found.gathering), string.Join("\n\n", new[] { texts[yes ? "Helping.Letter.SaysYes" : "Helping.Letter.SaysNo", found.Name], found.asked.Answer }.OfType<string>()),
                $"{installation.PublicUrl}/aktiviteter/{found.gathering.Id}/hjalp"]);
    }
}
