using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>"How did it go?", the same evening. Where somebody has told already, or it was moved or cancelled, none goes.</summary>
internal sealed class EveningLetter(AppDb db, Outcomes outcomes, GatheringWords words, Installation installation, Texts texts) : ILetterKind
{
    public const string KindName = "stand-evening";

    public string Kind => KindName;

    public string NameKey => "Stands.Letter.Name";

    public string WhenEmpty => "already-told";

    public static Letter Write(Gathering stand, Id<Person> to, DateTimeOffset dueAt) =>
        new(KindName, to.Value, dueAt, key: string.Create(CultureInfo.InvariantCulture, $"evening {stand.Id.Value:N} {to.Value:N} {stand.Ends.ToUnixTimeSeconds()}"));

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var (id, ends, to) = (letter.About<Gathering>(), letter.Key!.Split(' ')[3], new Id<Person>(letter.To));
        var stand = await db.Gatherings.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id && g.State == GatheringState.Published, cancelled);
        var reader = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == to, cancelled);
        if (stand is null || reader?.Email is not { } email || stand.Ends.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) != ends)
            return null;
        var gave = await outcomes.One(stand);
        var counted = gave.Counted is { Conversations: 0, Leaflets: 0 } && gave.Hands == 0 ? texts["Stands.Letter.Nothing"]
            : texts["Stands.Letter.Counted", gave.Counted.Conversations, gave.Counted.Leaflets, gave.Hands];
        return new Composed(email, reader.Name, texts["Stands.Letter.Subject", stand.Title],
            texts["Stands.Letter.Text", reader.First, stand.Title, words.Moment(stand), counted, $"{installation.PublicUrl}/aktiviteter/{stand.Id}/rapport"]);
    }
}
