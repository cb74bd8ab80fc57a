using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Segments.Conditions;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Segments;

/// <summary>
/// The people of a segment, as far as the one who asks may see them. For every room that chooses people: keep the saved one's id, and ask when
/// it is time.
/// </summary>
internal sealed class SegmentPeople(AppDb db, CurrentUser me, SegmentKinds kinds, SegmentPeople.Ground ground)
{
    /// <summary>Those in a segment, to build a query on; null when there is no such segment that one may use.</summary>
    /// <param name="asked">A saved one's id, or the question itself (<see cref="SegmentText"/>).</param>
    public async Task<IQueryable<Person>?> Of(string? asked) => await Question(asked) is { } question ? await Of(question) : null;

    public async Task<IQueryable<Person>> Of(TermGroup question) => db.People.VisibleTo(me, db).Where((await Compose(question)).Of(question));

    /// <summary>Those of some people who are in a segment besides; all of them when none is asked for, nobody when there is none that one may use.</summary>
    public async Task<IQueryable<Person>> Within(IQueryable<Person> people, string? asked) => string.IsNullOrWhiteSpace(asked) ? people
        : await Question(asked) is { } question ? people.Where((await Compose(question)).Of(question)) : people.Where(p => false);

    /// <summary>
    /// Those of some people whom a segment has, whoever asks: for a room that says itself among whom, as where somebody calls who sees no list.
    /// Nobody when the segment is no more.
    /// </summary>
    public async Task<IQueryable<Person>> Among(IQueryable<Person> people, Id<Segment> segment)
    {
        var question = new TermGroup(Join.All, [InSegment.Of(segment)]);
        return people.Where((await Compose(question)).Of(question));
    }

    /// <inheritdoc cref="Of(string?)"/>
    public async Task<TermGroup?> Question(string? asked)
    {
        if (!Guid.TryParse(asked, out var id))
            return string.IsNullOrWhiteSpace(asked) ? null : SegmentText.Read(asked);
        var segment = new Id<Segment>(id);
        return await db.Segments.VisibleTo(me, db).Where(s => s.Id == segment).Select(s => s.Terms).SingleOrDefaultAsync() is { } terms ? SegmentText.Read(terms) : null;
    }

    /// <summary>How many pass each step, in one query; null when something is not filled in or not understood.</summary>
    public async Task<Tally?> Count(TermGroup question)
    {
        var composing = await Compose(question);
        if (!composing.IsSound(question))
            return null;
        var people = db.People.VisibleTo(me, db);
        if (question.IsEmpty)
            return new Tally(question, [new(0, await people.CountAsync())]);
        var patterns = await people.Select(composing.Bits([.. question.Conditions])).GroupBy(bits => bits).Select(g => new Tally.Pattern(g.Key, g.Count())).ToListAsync();
        return new Tally(question, patterns);
    }

    /// <summary>Whether the question may be saved as that segment: it can be asked, and leads nowhere round.</summary>
    public async Task<Refusal?> Refuses(TermGroup question, Id<Segment>? segment)
    {
        if (question.IsEmpty || !kinds.Understands(question))
            return SegmentRefusals.NotReady;
        var saved = new Dictionary<Id<Segment>, TermGroup>(await Saved());
        if (segment is { } id)
            saved[id] = question;
        return new Composing(kinds, saved, await Asked()).IsSound(segment is { } self ? new TermGroup(Join.All, [InSegment.Of(self)]) : question) ? null : SegmentRefusals.Circle;
    }

    /// <summary>In which words it is said to the one who asks.</summary>
    public async Task<Wording> Wording() => new(ground.Texts, ground.Time,
        await ground.Kept.Get((nameof(Vocabulary), me.Reach, CultureInfo.CurrentUICulture.Name), () => Vocabulary.Of(db, me)));

    private async Task<Composing> Compose(TermGroup question) =>
        new(kinds, InSegment.In(question).Any() ? await Saved() : new Dictionary<Id<Segment>, TermGroup>(), await Asked());

    private async Task<Asking> Asked() => new(db, ground.Time.Today, await ground.Membership.Now(), ground.Ways.Holders, _ => p => false);

    private ValueTask<Dictionary<Id<Segment>, TermGroup>> Saved() => ground.Kept.Get(nameof(Segment), async () =>
        await db.Segments.Where(s => s.RemovedOn == null).Select(s => new { s.Id, s.Terms }).ToDictionaryAsync(s => s.Id, s => SegmentText.Read(s.Terms)));

    /// <summary>What conditions rest on.</summary>
    internal sealed class Ground(MembershipSettings membership, OurTime time, IWaysIn ways, Kept kept, Texts texts)
    {
        public MembershipSettings Membership => membership;
        public OurTime Time => time;
        public IWaysIn Ways => ways;
        public Kept Kept => kept;
        public Texts Texts => texts;
    }
}
