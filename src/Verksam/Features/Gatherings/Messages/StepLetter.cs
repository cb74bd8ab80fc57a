using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Programme;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Messages;

/// <summary>The letters around a gathering to one who comes: the day before, the same day, and afterwards. Who has changed their mind meanwhile gets none.</summary>
internal sealed class StepLetter(AppDb db, Comers comers, Chain chain, StepLetter.Words words) : ILetterKind
{
    public const string KindName = "gathering-message";

    private const int MostNext = 3;

    public string Kind => KindName;

    public string NameKey => "Messages.Letter.Name";

    public string WhenEmpty => "nothing-left";

    public static Letter Write(MessageStep step, SignUp to, Gathering gathering, DateTimeOffset now) =>
        new(KindName, to.AddressedTo, now, key: string.Create(CultureInfo.InvariantCulture, $"{step} {to.Id.Value:N} {gathering.Starts.ToUnixTimeSeconds()}"));

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var parts = letter.Key!.Split(' ');
        var (step, id) = (Enum.Parse<MessageStep>(parts[0]), new Id<SignUp>(Guid.ParseExact(parts[1], "N")));
        if (await comers.Find(id, cancelled) is not { SignUp.State: SignUpState.Coming } to || IsStale(to.Gathering, step, parts[2]))
            return null;
        var texts = words.Texts;
        var body = step == MessageStep.Thanks ? texts["Messages.Letter.Thanks", $"{to.Url}/tyck", await Next(to.Gathering, cancelled)] : await Facts(to, step, cancelled);
        return new Composed(to.Email, to.Name, texts[$"Messages.Subject.{step}", to.Gathering.Title],
            texts["Messages.Letter.Text", to.First, (await chain.Of(step, to.Gathering.Kind)).Words, body]);
    }

    // moved, called off or begun since the letter was written
    private bool IsStale(Gathering gathering, MessageStep step, string starts) =>
        gathering.State is GatheringState.Cancelled or GatheringState.Draft or GatheringState.Discarded
        || gathering.Starts.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) != starts
        || (step != MessageStep.Thanks && gathering.Starts <= db.Clock.GetUtcNow());

    private async Task<string> Facts(Comer to, MessageStep step, CancellationToken cancelled)
    {
        var (g, texts) = (to.Gathering, words.Texts);
        var venue = await db.PlaceOf(g, cancelled);
        var bring = await db.BringItems.Where(b => b.GatheringId == g.Id && b.ById != null && b.ById == to.SignUp.PersonId).OrderBy(b => b.Order).Select(b => b.What).ToListAsync(cancelled);
        var readings = step == MessageStep.DayBefore ? (await ProgrammeShown.Of(db, g.Id)).Readings : [];
        var lines = new[] { g.Title, words.Said.Moment(g) + words.Said.Entrance(g), words.Said.Where(g, venue), venue?.Address, g.Link, bring.Count > 0 ? texts["Messages.Letter.Bring", texts.And(bring)] : null, readings.Count > 0 ? texts["Messages.Letter.Read", string.Join('\n', readings.Select(r => $"{r.Title}\n{r.Link}"))] : null };
        return texts["Messages.Letter.Facts", string.Join('\n', lines.OfType<string>()), to.Url];
    }

    // open to all: the same for a guest and a member, those of the same unit first
    private async Task<string> Next(Gathering before, CancellationToken cancelled)
    {
        var now = db.Clock.GetUtcNow();
        var next = await db.Gatherings.AsNoTracking().Public().Where(g => g.State == GatheringState.Published && g.Starts > now).OrderBy(g => g.UnitId != before.UnitId).ThenBy(g => g.Starts).Take(MostNext).ToListAsync(cancelled);
        return next.Count == 0 ? "" : words.Texts["Messages.Letter.Next", string.Join('\n', next.Select(g => $"{g.Title}, {words.Said.Moment(g)}\n{words.Installation.PublicUrl}/kalender/{g.Id}"))];
    }

    internal sealed record Words(Texts Texts, GatheringWords Said, Installation Installation);
}
