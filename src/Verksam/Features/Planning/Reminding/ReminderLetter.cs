using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Reminding;

/// <summary>The weekly letter: each sentence that needs a word, how it stands and why, and a link to say it at.</summary>
internal sealed class ReminderLetter(AppDb db, IWaysIn ways, IDataProtectionProvider protection, ReminderLetter.Parts parts, Texts texts) : ILetterKind
{
    private readonly IDataProtector _box = protection.CreateProtector("reminder letter");

    public string Kind => "reminder";

    public string NameKey => "Planning.Reminding.Name";

    public string WhenEmpty => SkipReasons.NothingLeft;

    public Letter Write(Id<Person> person, IEnumerable<string> tokens, string key, DateTimeOffset now) =>
        new(Kind, person.Value, now, _box.Protect(string.Join(' ', tokens)), key);

    // hours may have passed since it was written: only what still needs a word is in it
    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        var person = new Id<Person>(letter.To);
        if (letter.Secret is null || await ways.Of(person) is not { RemindersPaused: false } way)
            return null;
        var asked = new List<string>();
        foreach (var token in _box.Unprotect(letter.Secret).Split(' '))
        {
            if (await parts.Links.Open(token) is { } opened && await parts.Silence.NeedsWord(opened.Asked))
                asked.Add(Item(opened.Asked, token));
        }
        if (asked.Count == 0)
            return null;
        var name = await db.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync(cancelled);
        return new Composed(way.Email, name, texts["Planning.Reminding.Subject"],
            texts["Planning.Reminding.Text", name, string.Join("\n\n", asked), parts.Installation.PublicUrl]);
    }

    private string Item(Asked asked, string token) => texts["Planning.Reminding.Item", asked.Part is { } part ? texts["Planning.Reminding.PartOf", part.Unit, asked.Words] : asked.Words,
        parts.Time.Day(asked.Due), texts[$"Planning.Status.{asked.Standing.Status}"], parts.Wording.Rule(asked.Standing), $"{parts.Installation.PublicUrl}/lage/{token}"];

    internal sealed class Parts(ReminderLinks links, Silence silence, Wording wording, Installation installation, OurTime time)
    {
        public ReminderLinks Links => links;
        public Silence Silence => silence;
        public Wording Wording => wording;
        public Installation Installation => installation;
        public OurTime Time => time;
    }
}
