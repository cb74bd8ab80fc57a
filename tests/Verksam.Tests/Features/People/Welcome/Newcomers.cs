using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Welcome;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.People.Welcome;

/// <summary>Ronja joins, and the house sees to it.</summary>
internal static class Newcomers
{
    public const string Phone = "070-174 06 11", Email = "ronja@example.org";

    public static DateOnly Today => FakeTime.Today;

    /// <summary>A new member, by no page: the row alone is enough.</summary>
    public static async Task<Id<Person>> Join(AppUnderTest app, Unit? unit = null, DateOnly? since = null, string? language = null, string? email = Email, string name = "Ronja Kallvik")
    {
        var person = Person.Welcome(name, email, Phone, (unit ?? Cast.Alnas).Id);
        person.Prefers(language, default, false);
        await app.Write(db =>
        {
            db.AddRange(person, new Relation(person.Id, RelationKind.Member, person.UnitId, since ?? Today));
            return Task.CompletedTask;
        });
        return person.Id;
    }

    public static Task Choose(AppUnderTest app, Someone who, Unit? unit = null, int most = 5, string[]? languages = null, DateOnly? paused = null) => app.Write(db =>
    {
        var contact = new ContactPerson((unit ?? Cast.Alnas).Id, who.Id);
        contact.Write(most, languages ?? [], paused);
        db.Add(contact);
        return Task.CompletedTask;
    });

    /// <summary>The unit's standing invitation.</summary>
    public static Task Invites(AppUnderTest app, Unit? unit = null, int days = 7) => app.Write(db =>
    {
        var rule = new WelcomeRule((unit ?? Cast.Alnas).Id);
        rule.Write(days, null, "Introduktionskväll", "onsdag 18 mars 19.00", "Folkets hus");
        db.Add(rule);
        return Task.CompletedTask;
    });

    public static Task Settle(AppUnderTest app) => app.Work<NewOnes>(n => n.Settle());

    /// <summary>The morning round of a day, and the letters after it.</summary>
    public static async Task Morning(AppUnderTest app, DateOnly day)
    {
        app.Clock.Set(new DateTimeOffset(day, new TimeOnly(7, 20), TimeSpan.FromHours(1)));
        await app.Work<WelcomeRound>(round => round.Run(app.Clock.GetUtcNow(), CancellationToken.None));
        await app.SendLetters();
    }

    public static Task<WelcomeCase> Of(AppUnderTest app, Id<Person> person) => app.Read(db => db.WelcomeCases.AsNoTracking().SingleAsync(c => c.PersonId == person));

    public static async Task<string> Page(AppUnderTest app, Id<Person> person) => $"/nya-medlemmar/{(await Of(app, person)).Id}";
}
